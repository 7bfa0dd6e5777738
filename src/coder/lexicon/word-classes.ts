import { LexiconError } from '../lexicon-error.ts';

/** Word classes of `lexicon/classes.txt` by name, each with all its lemmas. */
export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

interface RawClass {
  readonly words: string[];
  readonly where: string;
}

/**
 * Reads `<weapon> = missile, rocket, <gun>`; lines that begin with white space continue the class above. What a later
 * file says of a class of an earlier one is added to it.
 *
 * @param files path and content
 */
export function loadWordClasses(...files: readonly (readonly [string, string])[]): WordClasses {
  const raw = new Map<string, RawClass>();
  for (const [file, content] of files) {
    for (const [name, { words, where }] of readClasses(file, content)) {
      raw.set(name, { words: [...(raw.get(name)?.words ?? []), ...words], where });
    }
  }
  const done = new Map<string, Set<string>>();
  const expand = (name: string, from: readonly string[]): Set<string> => {
    const known = done.get(name);
    if (known) return known;
    const entry = raw.get(name)!;
    if (from.includes(name))
      throw new LexiconError(entry.where, `<${name}> within itself`, 'classes without a circle');
    const words = new Set<string>();
    for (const word of entry.words) {
      const inner = /^<([\w-]+)>$/.exec(word)?.[1];
      if (inner === undefined) words.add(word);
      else if (raw.has(inner))
        for (const member of expand(inner, [...from, name])) words.add(member);
      else
        throw new LexiconError(
          entry.where,
          `unknown class <${inner}>`,
          `one of ${[...raw.keys()].join(', ')}`,
        );
    }
    done.set(name, words);
    return words;
  };
  for (const name of raw.keys()) expand(name, []);
  return done;
}

function readClasses(file: string, content: string): Map<string, RawClass> {
  const raw = new Map<string, RawClass>();
  let current: RawClass | undefined;
  content.split(/\r?\n/).forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    const text = line.replace(/(^|\s)#.*$/, '').trimEnd();
    if (!text.trim()) return;
    let members = text;
    if (!/^\s/.test(text)) {
      const start = /^<([\w-]+)>\s*=(.*)$/.exec(text);
      if (!start)
        throw new LexiconError(where, `"${text}"`, 'a class such as "<weapon> = missile, rocket"');
      if (raw.has(start[1]))
        throw new LexiconError(where, `<${start[1]}> a second time`, 'each class once');
      current = { words: [], where };
      raw.set(start[1], current);
      members = start[2];
    }
    if (!current) throw new LexiconError(where, 'an indented line', 'a class above it');
    current.words.push(
      ...members
        .split(/[,;|]/)
        .map((word) => word.trim().toLowerCase())
        .filter(Boolean),
    );
  });
  return raw;
}
