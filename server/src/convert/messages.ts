/**
 * What to tell the person whose file could not be read, in Chinese and English side by side. Only text.
 */
import type { DecodeFailure, Obstacle } from './decode';

type Texts = { readonly zh: string; readonly en: string };

const RESAVE: Texts = { zh: '请在 Word 或 WPS 中“另存为”纯文本（.txt，编码 UTF-8）后再检查', en: 'save it as plain text (.txt, UTF-8) and check that' };

const WHAT: Readonly<Record<Obstacle, Texts>> = {
  docx: { zh: `这是 Word 文档（docx）：${RESAVE.zh}`, en: `this is a Word document (docx): ${RESAVE.en}` },
  wps: { zh: `这是旧版 Word/WPS 文档（doc、wps）：${RESAVE.zh}`, en: `this is an old Word or WPS document (doc, wps): ${RESAVE.en}` },
  ofd: { zh: `这是 OFD 版式文件：请复制其中的文字存为 .txt（编码 UTF-8）`, en: 'this is an OFD document: copy its text into a .txt file (UTF-8)' },
  zip: { zh: '这是压缩包（zip）：请先解压', en: 'this is a ZIP archive: unpack it first' },
  pdf: { zh: '这是 PDF：请复制其中的文字存为 .txt（编码 UTF-8）', en: 'this is a PDF: copy its text into a .txt file (UTF-8)' },
  rtf: { zh: `这是 RTF 文档：${RESAVE.zh}`, en: `this is an RTF document: ${RESAVE.en}` },
  image: { zh: '这是图片：请先识别其中的文字', en: 'this is an image: extract its text first' },
  archive: { zh: '这是压缩包：请先解压', en: 'this is an archive: unpack it first' },
  media: { zh: '这是音频文件，不是文本', en: 'this is an audio file, not text' },
  program: { zh: '这是程序文件，不是文本', en: 'this is a program, not text' },
  'nul-bytes': { zh: '这是二进制文件，不是文本', en: 'this is a binary file, not text' },
  'control-characters': { zh: '控制字符过多，不是文本文件', en: 'too many control characters for a text file' },
  'utf-8-damaged': { zh: '文件似为 UTF-8，但有损坏的字节（可能被截断）：请重新保存', en: 'the file looks like UTF-8 but has damaged bytes (cut short?): save it again' },
  'utf-16-damaged': { zh: '文件标为 UTF-16，但内容已损坏：请重新保存', en: 'the file is marked as UTF-16 but is damaged: save it again' },
  'utf-32': { zh: '不支持 UTF-32 编码：请存为 UTF-8', en: 'UTF-32 is not supported: save it as UTF-8' },
  'unknown-encoding': { zh: '无法判断文字编码：请存为 UTF-8', en: 'the encoding is not known: save the file as UTF-8' },
};

/** One sentence: what the file is and what to do. */
export function describeFailure(failure: DecodeFailure, locale: 'zh-cn' | 'en'): string {
  const texts = WHAT[failure.detail];
  return locale === 'en' ? texts.en : texts.zh;
}
