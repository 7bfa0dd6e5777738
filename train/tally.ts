/** Adds one to the key's count. */
export function tally<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Value of the key, made where there is none. */
export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Key with the highest count; the earliest among equals. */
export function mostFrequent<K>(counts: ReadonlyMap<K, number>): readonly [K, number] {
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
}
