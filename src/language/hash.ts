/** Hashes text and mixes integers; the same on every machine, for they index trained weights. */

/** 32-bit hash of a string (FNV-1a with a finish), different for each seed. */
export function hashString(text: string, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Feature key of a template and two values. */
export function mixTwo(template: number, a: number, b: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Feature key of a template and three values. */
export function mixThree(template: number, a: number, b: number, c: number): number {
  return mixTwo(template, mixTwo(template ^ 0x55, a, b), c);
}
