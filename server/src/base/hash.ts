/**
 * A content hash for identity, not for secrets: result ids, seed ids, baselines.
 */

/** 53-bit hash of a string as 14 hexadecimal digits (cyrb53, public domain); equal strings give equal digits on every platform. */
export function contentHash(value: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const high = (b & 0x1fffff) >>> 0;
  return high.toString(16).padStart(6, '0') + (a >>> 0).toString(16).padStart(8, '0');
}
