/**
 * `--lang` holds for everything that a command says: each one's help, and what each says when it is used wrongly. Names of commands, options and their values are the same in both.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratch, type Scratch } from './kit';

let box: Scratch;
beforeEach(() => void (box = scratch()));
afterEach(() => box.remove());

/** Each command with what makes it fail without reading anything. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  check: ['无此文件'],
  learn: ['无此文件夹', '-o', 'p.json'],
  outline: ['无此文件'],
  metrics: ['无此文件'],
  format: [],
  new: ['-o', 'a.txt'],
  compare: ['无此文件'],
  explain: ['no/such-rule'],
  lsp: ['--lang', 'fr'],
};

const commands = async (): Promise<readonly string[]> => [...(await box.run(['--help', '--lang', 'en'])).out.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map((match) => match[1]!);

/** A Chinese text less what is written alike in both languages: commands, options, values that can be typed, names of files and formats. */
const foreignTo = (text: string, names: readonly string[]): readonly string[] => {
  const rest = text
    .replace(/no\/such-rule|<zh\|en>/g, '')
    .replace(/（可用 [^）；]*|可用的是 .*|默认 \w+/g, '')
    .replace(/--?[a-zA-Z][\w-]*/g, '')
    .replace(/\b(?:reportwright|NO_COLOR|SVG|none)\b/g, '');
  return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !names.includes(word));
};

describe('help', () => {
  test('of every command is Chinese in Chinese and English in English, and lists the same options', async () => {
    const names = await commands();
    expect(names.filter((name) => name !== 'help').sort()).toEqual(Object.keys(wrong).sort());
    for (const args of [[], ...names.filter((name) => name !== 'help').map((name) => [name])]) {
      const [zh, en] = [await box.run([...args, '--help', '--lang', 'zh']), await box.run([...args, '--help', '--lang', 'en'])];
      expect([zh.code, en.code], args.join()).toEqual([0, 0]);
      expect(foreignTo(zh.out, names), `${args.join()}\n${zh.out}`).toEqual([]);
      expect(en.out, args.join()).not.toMatch(/\p{Script=Han}/u);
      const flags = (text: string): readonly string[] => [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1]!);
      expect(flags(zh.out)).toEqual(flags(en.out));
      expect(flags(zh.out).length).toBeGreaterThan(0);
    }
  });

  test('stands in straight columns, wide characters counted twice', async () => {
    const { out } = await box.run(['check', '--help', '--lang', 'zh']);
    const columns = [...out.matchAll(/^( {2}--[^ ]+(?: <[^>]*>)? +)\S/gm)].map(([, term]) => [...term!].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0));
    expect(columns.length).toBeGreaterThan(8);
    expect(new Set(columns).size).toBe(1);
  });
});

describe('what went wrong', () => {
  test.each(Object.entries(wrong))('%s says it in the language that is asked for', async (name, args) => {
    const names = await commands();
    const ask = (language: string) => box.run([name, ...args, ...(args.includes('--lang') ? [] : ['--lang', language])], { env: { LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' } });
    const [zh, en] = [await ask('zh'), await ask('en')];
    expect([zh.code, en.code]).toEqual([2, 2]);
    expect(zh.err.trim()).toMatch(/\p{Script=Han}/u);
    expect(foreignTo(zh.err, names), zh.err).toEqual([]);
    expect(en.err.trim()).toMatch(/[a-z]{3,}/);
    expect(en.err.replaceAll(/无此文件夹?/g, '')).not.toMatch(/\p{Script=Han}/u);
  });
});
