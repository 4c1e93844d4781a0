/**
 * Files that are made from the source and never edited (in README.md, the example): path (from the repository's root) → text. generate.mjs writes or
 * compares them.
 */
import { engine } from '../server/src/cli/engine';
import { configSchema, type RuleLine } from '../server/src/config';
import { readmeWithExample } from './readme-example';
import { ruleIndex } from './rule-index';

/** Everything that is generated, in the order in which it is reported. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  return {
    'schemas/reportwright.schema.json': `${JSON.stringify(configSchema(ruleLines()), null, 2)}\n`,
    'docs/rules.md': ruleIndex(),
    'README.md': await readmeWithExample(),
  };
}

/** Every rule with one line in both languages, in the order of the catalogue. */
function ruleLines(): readonly RuleLine[] {
  const english = new Map(engine.rules('en').map((rule) => [rule.code, rule.summary]));
  return engine.rules('zh-cn').map(({ code, summary }) => ({ code, zh: summary, en: english.get(code) ?? '' }));
}
