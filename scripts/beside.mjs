// An esbuild plugin that moves texts out of a program into a file beside it: rule pages, learned and common data, and the tables of messages in both languages.
// A server stays small enough to be read and compiled at once, and what is only looked up is parsed as JSON, which is faster. The sources do not notice.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import ts from 'typescript';

/** The free name under which the program finds what was moved. */
const NAME = '__beside';

/** What the program starts with, so that it finds the file: Node reads it, a worker waits until it is sent it. */
export const besideNode = { banner: { js: `const ${NAME}=JSON.parse(require("node:fs").readFileSync(__filename.replace(/js$/,"json"),"utf8"));` } };
export const besideWorker = { banner: { js: `self.onmessage=({data:${NAME}})=>{self.onmessage=null;` }, footer: { js: '};' } };

/** `outfile` is the program; the texts land in the file of the same name that ends in .json. `manifest`: what the program wants of package.json. */
export function beside(outfile, manifest) {
  return {
    name: 'beside',
    setup(build) {
      const texts = new Map();
      const put = (value) => {
        const key = `k${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 7)}`;
        texts.set(key, value);
        return `${NAME}.${key}`;
      };
      build.onStart(() => texts.clear());
      build.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => ({ contents: JSON.stringify(manifest(JSON.parse(await readFile(path, 'utf8')))), loader: 'json' }));
      build.onLoad({ filter: /[\\/](?:server|seeds)[\\/].*\.(?:md|json|txt)$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { contents: `export default ${put(path.endsWith('.json') ? JSON.parse(text) : text)};`, loader: 'js' };
      });
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return source.includes('zh:') ? { contents: withoutMessages(path, source, put), loader: 'ts' } : null;
      });
      build.onEnd(async ({ errors }) => {
        if (errors.length || build.initialOptions.write === false) return;
        await writeFile(outfile.replace(/js$/, 'json'), JSON.stringify(Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))));
      });
    },
  };
}

/** The source with each table of messages (an object of nothing but texts, in both languages) replaced by where it went; lines keep their numbers. */
function withoutMessages(path, source, put) {
  const edits = [];
  const visit = (node) => {
    const table = ts.isObjectLiteralExpression(node) ? tableOf(node) : null;
    if (table && isBilingual(table)) edits.push({ from: node.getStart(), to: node.end, text: put(table) });
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(relative('.', path), source, ts.ScriptTarget.Latest, true));
  return edits.reduceRight((text, { from, to, text: inserted }) => {
    const lines = source.slice(from, to).split('\n').length - 1;
    return `${text.slice(0, from)}(${inserted}${'\n'.repeat(lines)})${text.slice(to)}`;
  }, source);
}

/** The value of an object literal that holds nothing but texts and such objects; null for any other. */
function tableOf(node) {
  const table = {};
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) return null;
    const { initializer } = property;
    const value = ts.isStringLiteralLike(initializer) ? initializer.text : ts.isObjectLiteralExpression(initializer) ? tableOf(initializer) : null;
    if (value === null) return null;
    table[property.name.text] = value;
  }
  return table;
}

const isBilingual = (table) => typeof table === 'object' && ((typeof table.zh === 'string' && typeof table.en === 'string') || Object.values(table).some(isBilingual));
