/** Types of notices.mjs, for the test that asks it. */
export declare function noticesOf(inputs: readonly string[]): string;
