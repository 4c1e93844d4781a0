/** Types of esbuild.mjs, for the test that reads its list. */
import type { BuildOptions, Metafile } from 'esbuild';
export declare const bundles: readonly (BuildOptions & { readonly outfile: string })[];
export declare function insideOf(metafile: Metafile): readonly string[];
