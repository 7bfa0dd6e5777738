/** 32-bit hash of a word (FNV-1a with a finish), the same on every machine, for it indexes trained weights. */
export function symbolOf(text: string): number {
  // Words are short: to hash one anew is quicker than to look it up.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
