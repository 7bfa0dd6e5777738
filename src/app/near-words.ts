/** Candidates that a person may have meant, nearest first: those that contain the word, then those few letters away. */
export function nearWords(word: string, candidates: Iterable<string>, most = 5): string[] {
  const sought = word.toLowerCase();
  const allowed = Math.max(1, Math.min(4, Math.floor(sought.length / 3)));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const contains = sought.length >= 3 && known.includes(sought);
    const distance = contains ? 0.5 : editDistance(sought, known, allowed);
    if (distance <= allowed) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Letters to insert, delete or replace (Levenshtein 1966); Infinity beyond `most`. */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    row = next;
  }
  return row[to.length];
}
