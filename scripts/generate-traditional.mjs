// Writes server/src/text/traditional.json: traditional characters and their simplified forms, one for one, from opencc-js (a dev dependency).
import { Converter } from 'opencc-js';
import { writeFile } from 'node:fs/promises';

const simplify = Converter({ from: 't', to: 'cn' });
let traditional = '';
let simplified = '';
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code);
  const plain = simplify(character);
  if (plain.length !== 1 || plain === character) continue;
  traditional += character;
  simplified += plain;
}
await writeFile(new URL('../server/src/text/traditional.json', import.meta.url), `${JSON.stringify({ traditional, simplified }, null, 2)}\n`);
console.log(traditional.length);
