// Makes the pictures of the README and the guides: has the editor suite take them of the running extension, and puts each into images/readme as a PNG of 256 colours,
// which is a third of the size and looks the same. `npm run pictures`; needs dist/ and Chromium, as the suites do. Run it when what they show has changed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const root = join(fileURLToPath(import.meta.url), '../..');
const [from, to] = [join(root, 'test-results'), join(root, 'images/readme')];
const MOST_BYTES = 600_000;

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Width, height and the pixels, three bytes each, of a PNG as browsers write it: eight bits a channel, not interlaced. */
function decode(bytes) {
  const chunks = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) chunks.push([bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))]);
  const header = chunks[0][1];
  const [width, height, depth, color, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
  const channels = { 2: 3, 6: 4 }[color];
  if (depth !== 8 || !channels || interlaced) throw new Error('a PNG of another kind');
  const raw = inflateSync(Buffer.concat(chunks.filter(([type]) => type === 'IDAT').map(([, content]) => content)));
  const line = width * channels;
  const out = Buffer.alloc(height * line);
  for (let y = 0; y < height; y++) unfilter(raw[y * (line + 1)], raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1)), out, y * line, line, channels);
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) out.copy(pixels, i * 3, i * channels, i * channels + 3);
  return { width, height, pixels };
}

/** Undoes the filter of one line (PNG specification, §9). */
function unfilter(filter, from, out, at, line, channels) {
  for (let x = 0; x < line; x++) {
    const left = x >= channels ? out[at + x - channels] : 0;
    const up = at > 0 ? out[at + x - line] : 0;
    const corner = at > 0 && x >= channels ? out[at + x - line - channels] : 0;
    out[at + x] = from[x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
  }
}

function paeth(left, up, corner) {
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** At most 256 colours by median cut over the colours there are, each counted as often as it occurs; and which of them each pixel gets. */
function quantized(pixels) {
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 3) counts.set(pixels.readUIntBE(i, 3), (counts.get(pixels.readUIntBE(i, 3)) ?? 0) + 1);
  const colors = [...counts].map(([code, count]) => ({ code, channels: [code >> 16, (code >> 8) & 255, code & 255], count }));
  let boxes = [colors];
  while (boxes.length < 256) {
    const [widest] = boxes.map((box) => ({ box, ...spread(box) })).sort((a, b) => b.worth - a.worth);
    if (widest.worth === 0) break;
    boxes = [...boxes.filter((box) => box !== widest.box), ...halves(widest.box, widest.channel)];
  }
  const index = new Map(boxes.flatMap((box, i) => box.map(({ code }) => [code, i])));
  const indices = Buffer.alloc(pixels.length / 3);
  for (let i = 0; i < indices.length; i++) indices[i] = index.get(pixels.readUIntBE(i * 3, 3));
  return { palette: Buffer.from(boxes.flatMap((box) => (box.length === 0 ? [0, 0, 0] : mean(box)))), indices };
}

/** The channel in which the colours of a box differ most, and what it is worth to part them: many pixels count, but not in proportion, or faint underlines would vanish. */
function spread(box) {
  const ranges = [0, 1, 2].map((channel) => Math.max(...box.map(({ channels }) => channels[channel])) - Math.min(...box.map(({ channels }) => channels[channel])));
  const range = Math.max(...ranges);
  return { channel: ranges.indexOf(range), worth: range * Math.sqrt(box.reduce((sum, { count }) => sum + count, 0)) };
}

function halves(box, channel) {
  const sorted = [...box].sort((a, b) => a.channels[channel] - b.channels[channel]);
  const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2;
  let cut = 0;
  for (let sum = 0; cut < sorted.length - 1 && (cut === 0 || sum + sorted[cut].count <= half); cut++) sum += sorted[cut].count;
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

function mean(box) {
  const total = box.reduce((sum, { count }) => sum + count, 0);
  return [0, 1, 2].map((channel) => Math.round(box.reduce((sum, { channels, count }) => sum + channels[channel] * count, 0) / total));
}

function encode({ width, height }, { palette, indices }) {
  const header = Buffer.from([...bytes32(width), ...bytes32(height), 8, 3, 0, 0, 0]);
  const lines = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.from([0]), indices.subarray(y * width, (y + 1) * width)])));
  const chunk = (type, content) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    return Buffer.concat([Buffer.from(bytes32(content.length)), body, Buffer.from(bytes32(crc32(body)))]);
  };
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const bytes32 = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

if (!process.argv.includes('--taken')) execFileSync(process.execPath, [join(root, 'test/e2e/run.mjs'), 'web:pictures'], { stdio: 'inherit' });
const taken = readdirSync(from).filter((name) => /^picture-[\w-]+\.png$/.test(name));
if (taken.length === 0) throw new Error('no picture was taken');
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
let total = 0;
for (const name of taken) {
  const picture = decode(readFileSync(join(from, name)));
  const bytes = encode(picture, quantized(picture.pixels));
  writeFileSync(join(to, name.replace('picture-', '')), bytes);
  total += bytes.length;
  console.log(`${name.replace('picture-', '')}: ${picture.width}×${picture.height}, ${(bytes.length / 1000).toFixed(0)} kB`);
}
console.log(`${(total / 1000).toFixed(0)} kB of at most ${MOST_BYTES / 1000} kB`);
process.exitCode = total <= MOST_BYTES ? 0 : 1;
