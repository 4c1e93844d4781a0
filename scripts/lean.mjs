// An esbuild plugin for the protocol libraries, which were compiled to CommonJS and announce each of their exports twice over. Says the same shorter; a test
// proves that they export the same. Nothing of ours goes through it.
import { readFile } from 'node:fs/promises';

/** `exports.A = exports.B = void 0;`: announced before they are defined. */
const ANNOUNCED = /^(?:exports\.\w+ = )+void 0;$/gm;
/** A getter for what another module, loaded by then, exports. */
const PASSED_ON = /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return ([\w.]+); \} \}\);/g;

export const lean = {
  name: 'lean',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]vscode-(?:languageserver|languageserver-protocol|jsonrpc)[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(ANNOUNCED, '').replace(PASSED_ON, 'exports.$1 = $2;'), loader: 'js' };
    });
  },
};
