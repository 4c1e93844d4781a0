/**
 * Files that are made from the source and never edited (in README.md, the example): path (from the repository's root) → text. generate.mjs writes or
 * compares them.
 */
import { configSchema } from '../server/src/config';
import { ruleCatalogue } from '../server/src/features';
import { readmeWithExample } from './readme-example';
import { ruleIndex, rulePages } from './rule-index';

/** Everything that is generated, in the order in which it is reported. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  return {
    'schemas/reportwright.schema.json': `${JSON.stringify(configSchema(ruleCatalogue), null, 2)}\n`,
    'docs/rules.md': ruleIndex(),
    ...rulePages(),
    'README.md': await readmeWithExample(),
  };
}
