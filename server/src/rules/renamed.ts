/**
 * Codes that had another name once. Settings, allow comments and the command line go on to understand the old one and say the new one. An entry stays as long
 * as the code does.
 */

/** Old code → code. */
export const renamed: Readonly<Record<string, string>> = {};

/** The code that a name stands for today: itself, unless it was renamed. A chain of renamings is followed to its end. */
export function currentCode(code: string, table: Readonly<Record<string, string>> = renamed): string {
  const seen = new Set<string>();
  let current = code;
  while (Object.hasOwn(table, current) && !seen.has(current)) {
    seen.add(current);
    current = table[current]!;
  }
  return current;
}

/** Names that a code had. */
export function formerNames(code: string, table: Readonly<Record<string, string>> = renamed): readonly string[] {
  return Object.keys(table).filter((old) => old !== code && currentCode(old, table) === code);
}
