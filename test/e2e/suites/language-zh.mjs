/** The display language is Chinese. */
import { inLanguage } from '../language.mjs';

export const suite = await inLanguage('zh-cn', 'package.nls.zh-cn.json');
