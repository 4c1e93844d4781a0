/** Types of lean.mjs, for the test that asks it. */
import type { Plugin } from 'esbuild';
export declare const lean: Plugin;
