// Changing a setting in the text of a configuration: what is set holds, and nothing else of the text moves.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { settingIn, withSetting } from '../../server/src/config';

describe('withSetting', () => {
  it.each([
    ['nothing yet', null, ['rules', 'a/b'], 'off', '{\n  "rules": {\n    "a/b": "off"\n  }\n}\n'],
    ['an empty file', '', ['baseline'], 'x', '{\n  "baseline": "x"\n}\n'],
    ['an empty object', '{}', ['baseline'], 'x', '{\n  "baseline": "x"\n}'],
    ['one line', '{ "year": 2024 }', ['rules', 'a/b'], 'off', '{ "year": 2024, "rules": { "a/b": "off" } }'],
    ['one line with a comma', '{ "year": 2024, }', ['baseline'], 'x', '{ "year": 2024, "baseline": "x", }'],
    ['a comment behind the last', '{\n  "year": 2024 // 今年\n}\n', ['baseline'], 'x', '{\n  "year": 2024, // 今年\n  "baseline": "x"\n}\n'],
    ['a comment on its own', '{\n\t// 说明\n\t"year": 2024,\n\t// 完\n}', ['baseline'], 'x', '{\n\t// 说明\n\t"year": 2024,\n\t// 完\n\t"baseline": "x",\n}'],
    ['only a comment', '{\n  // 说明\n}', ['baseline'], 'x', '{\n  // 说明\n  "baseline": "x"\n}'],
    ['line breaks of Windows', '{\r\n    "year": 2024\r\n}\r\n', ['rules', 'a/b'], 'off', '{\r\n    "year": 2024,\r\n    "rules": {\r\n        "a/b": "off"\r\n    }\r\n}\r\n'],
    ['rules on one line', '{\n  "rules": { "c/d": "off" }, // 少\n  "year": 2024\n}', ['rules', 'a/b'], 'off', '{\n  "rules": { "c/d": "off", "a/b": "off" }, // 少\n  "year": 2024\n}'],
    ['a value that is there', '{ "rules": { "a/b": /* 原 */ "info" } }', ['rules', 'a/b'], 'off', '{ "rules": { "a/b": /* 原 */ "off" } }'],
    ['a list that grows', '{\n  "ignore": {\n    "./a.txt": ["x/y"]\n  }\n}', ['ignore', './a.txt'], ['x/y', 'a/b'], '{\n  "ignore": {\n    "./a.txt": ["x/y", "a/b"]\n  }\n}'],
    ['errors', '{ "rules": ', ['rules', 'a/b'], 'off', null],
    ['something in the way', '{ "rules": 3 }', ['rules', 'a/b'], 'off', null],
  ] as const)('%s', (_, before, path, value, after) => expect(withSetting(before, path, value)).toBe(after));

  it('any configuration is JSON afterwards, with the value in it and all others as they were', () => {
    const json = fc.dictionary(fc.constantFrom('rules', 'year', 'ignore', 'a"b', '键'), fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.string({ maxLength: 4 }), fc.integer(), { maxKeys: 2 })), { maxKeys: 4 });
    fc.assert(fc.property(json, fc.constantFrom(undefined, 1, 4, '\t'), fc.constantFrom('baseline', 'rules'), (config, space, key) => {
      const before = JSON.stringify(config, null, space);
      const after = withSetting(before, [key, 'x'], ['v'])!;
      const inTheWay = config[key] !== undefined && typeof config[key] !== 'object';
      expect(after === null).toBe(inTheWay);
      if (inTheWay) return;
      const errors: never[] = [];
      parseTree(after, errors);
      expect(errors).toEqual([]);
      expect(settingIn(after, [key, 'x'])).toEqual(['v']);
      const whole = JSON.parse(after) as Record<string, unknown>;
      expect(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key))).toEqual(Object.fromEntries(Object.entries(config).filter(([name]) => name !== key)));
    }), { numRuns: 500 });
  });
});
