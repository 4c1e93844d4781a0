/**
 * How the words for users are written: both languages everywhere and of like length, one kind of apostrophe, pictures that are there. What the words say is for documents.test.ts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, root, sources } from './sources';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const guides = filesBelow('docs/guides', '.md');
/** What users read in either language. */
const BILINGUAL = ['README.md', 'SECURITY.md', 'SUPPORT.md', ...guides];

/** Chapters with what stands in them, less code, addresses and names in code. */
function chaptersOf(text: string): readonly { readonly heading: string; readonly body: string }[] {
  const prose = text.replace(/^(```+)[^]*?^\1$/gm, '');
  return prose.split(/^(?=#{1,3} )/m).filter(Boolean).map((chapter) => {
    const [heading = '', ...body] = chapter.split('\n');
    return { heading, body: body.join('\n').replace(/`[^`]*`|\]\([^)]*\)/g, ' ') };
  });
}

/** English words for one Chinese character. */
function share(body: string): number {
  const words = body.match(/[A-Za-z][A-Za-z'-]+/g)?.length ?? 0;
  return words / (body.match(/\p{Script=Han}/gu)?.length ?? 0);
}

describe.each(BILINGUAL)('%s', (path) => {
  const chapters = chaptersOf(read(path));

  test('has each heading in both languages', () => {
    const headings = chapters.map(({ heading }) => heading).filter((heading) => heading !== '# Reportwright');
    expect(headings.filter((heading) => !/^#+ (?:\d+\. )?.*\p{Script=Han}.* · .*[A-Za-z]/u.test(heading))).toEqual([]);
  });

  test('says as much in one language as in the other, in every chapter', () => {
    // Two thirds of a word for a character is usual.
    const uneven = chapters.map(({ heading, body }) => ({ heading, share: share(body) })).filter((one) => !(one.share > 0.3 && one.share < 1.5));
    expect(uneven).toEqual([]);
  });
});

describe('pictures', () => {
  const named = BILINGUAL.flatMap((path) => [...read(path).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', at = '']) => ({ path, words, at, file: resolve(root, dirname(path), at) })));

  test('each that a document names is there, by an address within the repository, and says what it shows in both languages', () => {
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(({ at, file }) => /^[a-z]+:|^\//.test(at) || !existsSync(file)).map(({ path, at }) => `${path}: ${at}`)).toEqual([]);
    expect(named.filter(({ words }) => !/\p{Script=Han}.* · .*[A-Za-z]/u.test(words))).toEqual([]);
  });

  test('each is a PNG with something in it, each is used, and together they stay small', () => {
    const files = readdirSync(join(root, 'images/readme'));
    const contents = files.map((name) => readFileSync(join(root, 'images/readme', name)));
    for (const bytes of contents) {
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(600);
      expect(bytes.length).toBeGreaterThan(20_000);
    }
    expect(contents.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(600_000);
    expect(files.filter((name) => !named.some(({ file }) => file === join(root, 'images/readme', name)))).toEqual([]);
  });
});

describe('apostrophes', () => {
  test('are straight in English, as in the editor around us', () => {
    const ours = ['package.nls.json', ...filesBelow('l10n', '.json'), ...filesBelow('client/src', '.ts'), ...filesBelow('server/src', '.ts'), ...filesBelow('server/src', '.json'), ...filesBelow('server/src', '.md'), ...filesBelow('docs', '.md'), 'README.md', 'SECURITY.md', 'SUPPORT.md', 'CHANGELOG.md'];
    expect(ours.length).toBeGreaterThan(200);
    const curly = ours.flatMap((path) => read(path).split('\n').flatMap((line, i) => (/[A-Za-z}]’/.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 80)}`] : [])));
    expect(curly).toEqual([]);
  });
});

describe('messages over the editor', () => {
  /** What only runs when the user chose a command, or dragged something, and answers that. */
  const answers = ['client/src/failure.ts', 'client/src/new-draft.ts', 'client/src/structure-edits.ts', 'client/src/tour.ts'];
  const client = sources.filter(({ path }) => path.startsWith('client/'));

  test('come only as the answer to what the user did, or can be told never to come again', () => {
    const telling = client.filter(({ text }) => /\bshow(?:Information|Warning|Error)Message\b/.test(text)).map(({ path }) => path);
    expect(telling.length).toBeGreaterThan(8);
    expect(telling.filter((path) => !path.startsWith('client/src/commands/') && !answers.includes(path))).toEqual(['client/src/notice.ts']);
  });

  test('that nobody asked for offer not to come again, wherever they are made', () => {
    expect(client.filter(({ text }) => /\btellUnasked\(/.test(text)).map(({ path }) => path)).toEqual(['client/src/notice.ts', 'client/src/outage.ts']);
    expect(client.find(({ path }) => path === 'client/src/notice.ts')!.text).toMatch(/l10n\.t\('Don\\'t Show Again'\)/);
  });
});
