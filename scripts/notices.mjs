// The licences of what travels inside the bundles: their authors ask that their notice travels along.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Data made from other people's work that is no package in the bundles. */
const GENERATED_FROM = [{ input: 'server/src/text/traditional.json', name: 'OpenCC (character data, by way of opencc-js)', licence: 'Apache-2.0, https://www.apache.org/licenses/LICENSE-2.0\nCopyright BYVoid and contributors' }];

/** The text of all notices, for the files that bundles were made of (paths as in esbuild's metafile). Throws for a package without a licence. */
export function noticesOf(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { title: `${name} ${version} (${license})`, text: licenceIn(folder, license) };
  });
  const data = GENERATED_FROM.filter(({ input }) => inputs.some((path) => path.endsWith(input))).map(({ name, licence }) => ({ title: name, text: licence }));
  const notices = [...packages, ...data].sort((a, b) => (a.title < b.title ? -1 : 1)).filter(({ title }, i, all) => title !== all[i - 1]?.title);
  return ['Reportwright contains the following works of others.', ...notices.map(({ title, text }) => `${title}\n${'-'.repeat(title.length)}\n${text.trim()}`)].join('\n\n') + '\n';
}

function licenceIn(folder, license) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${folder}: no licence file (${license})`);
  return readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n');
}
