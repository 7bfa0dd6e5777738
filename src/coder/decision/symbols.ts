/** Words remembered with their hash; a text of a new kind starts afresh. */
const cacheSize = 50_000;
const known = new Map<string, number>();

/** 32-bit hash of a word (FNV-1a with a finish), the same on every machine, for it indexes trained weights. */
export function symbolOf(text: string): number {
  let hash = known.get(text);
  if (hash !== undefined) return hash;
  hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  if (known.size > cacheSize) known.clear();
  known.set(text, hash);
  return hash;
}
