// The last step of a packed server: what esbuild minified, minified once more by terser, which also rewrites the libraries' older idioms. Only size, never meaning:
// the editor suites run the packed extension.
import { minify } from 'terser';

/**
 * Arrows for function expressions that use no `this` (nothing here constructs one), and reading a property has no effect: both hold for what is
 * bundled, and are most of what is gained.
 */
const OPTIONS = { ecma: 2022, toplevel: true, compress: { passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false }, format: { comments: false } };

/** `code` made smaller. */
export async function shrink(code) {
  const { code: smaller } = await minify(code, OPTIONS);
  return smaller;
}
