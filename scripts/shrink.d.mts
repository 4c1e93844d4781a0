/** Types of shrink.mjs, for the test that asks it. */
export declare function shrink(code: string): Promise<string>;
