import type { CodedEntity, Party, Span } from '../record.ts';

/** Who someone is, apart from the place where the text names them. */
export interface Identity {
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
}

/** What kind of pronoun may stand for a mention. */
export type MentionClass = 'person' | 'country' | 'group';

export interface Mention {
  readonly identity: Identity;
  readonly class: MentionClass;
  readonly sentence: number;
  readonly token: number;
  readonly subject: boolean;
  /** One of several named together: "Botha and Awori". */
  readonly joined: boolean;
  /** Only says where: "in Djibouti". */
  readonly place?: boolean;
}

/** A party of the document with all the words that name it, by where they begin. */
interface Entity {
  readonly key: string;
  readonly identity: Identity;
  readonly mentions: Map<number, Span>;
}

/** How many sentences back a pronoun may reach. */
const reach = 3;

/**
 * What one document has said so far about who is who: offices told once ("Maria Zakharova, Russia's Foreign
 * Ministry spokesperson"), and who was spoken of last.
 */
export class DocumentMemory {
  readonly #names = new Map<string, Identity>();
  readonly #mentions: Mention[] = [];
  readonly #entities = new Map<string, Entity>();
  /** Entities by the identities that lead to them, so that a key is written once for each. */
  readonly #byIdentity = new Map<Identity, Entity>();
  readonly #countries = new Map<string, number>();
  #dateline: string | null = null;

  /** Learns a person's name with what the text tells of them; the surname alone will do from then on. */
  learnName(words: readonly string[], identity: Identity): void {
    if (words.length === 0) return;
    this.#names.set(words.join(' ').toLowerCase(), identity);
    if (words.length === 1) return;
    // Surnames stand last in most names and first in Korean and Chinese ones ("Shin Won-sik").
    for (const word of [words[0], words[words.length - 1]]) {
      const key = word.toLowerCase();
      const known = this.#names.get(key);
      if (word.length > 1 && (!known || known.name === identity.name || known.country === null)) {
        this.#names.set(key, identity);
      }
    }
  }

  recallName(words: readonly string[]): Identity | undefined {
    if (words.length === 0) return undefined;
    const known = this.#names.get(words.join(' ').toLowerCase());
    if (known || words.length !== 2) return known;
    // "Mr. Botha" may be Ana Botha; "Yuri Kim" is not Kim Jong-un.
    const [given, surname] = words.map((word) => word.toLowerCase());
    const bearer = this.#names.get(surname);
    const own = bearer && ` ${bearer.name.toLowerCase()} `.includes(` ${given}`);
    return own || /\.$/.test(given) ? bearer : undefined;
  }

  noteMention(mention: Mention): void {
    this.#mentions.push(mention);
    const { country } = mention.identity;
    if (country) this.#countries.set(country, (this.#countries.get(country) ?? 0) + 1);
  }

  /** How often a country has been named so far. */
  weightOf(country: string): number {
    return this.#countries.get(country) ?? 0;
  }

  /** The one that a pronoun at this place most likely stands for: a subject before others, the nearer before the farther. */
  antecedent(
    sentence: number,
    token: number,
    accepts: (mention: Mention) => boolean,
  ): Mention | undefined {
    let best: Mention | undefined;
    let bestScore = -Infinity;
    for (let at = this.#mentions.length - 1; at >= 0; at--) {
      const mention = this.#mentions[at];
      const distance = sentence - mention.sentence;
      if (distance > reach) break;
      if (distance < 0 || (distance === 0 && mention.token >= token) || !accepts(mention)) continue;
      const score =
        (mention.subject ? 2 : 0) - distance * 1.5 - (distance === 0 ? 0 : mention.token * 0.01);
      if (score > bestScore) {
        best = mention;
        bestScore = score;
      }
    }
    return best;
  }

  /** The last countries spoken of before a place, latest first, each once; those that only say where are left out. */
  recentCountries(sentence: number, token: number, limit: number): Identity[] {
    const found: Identity[] = [];
    for (let at = this.#mentions.length - 1; at >= 0 && found.length < limit; at--) {
      const { identity, sentence: where, token: index, place } = this.#mentions[at];
      if (!identity.country || where > sentence || (where === sentence && index >= token)) continue;
      if (place) continue;
      if (!found.some((one) => one.country === identity.country)) found.push(identity);
    }
    return found;
  }

  /** The country that the report was written from. */
  noteDateline(country: string): void {
    this.#dateline = country;
  }

  /** Where offices without a country are likely held: the dateline's country, then the one that `mainCountry` finds. */
  homeCountries(): readonly string[] {
    return [this.#dateline, this.#mainCountry()].flatMap((country) => country ?? []);
  }

  /** The country that the document names at least twice, and twice as often as any other; null where none is. */
  #mainCountry(): string | null {
    let first: string | null = null;
    let most = 0;
    let second = 0;
    for (const [country, count] of this.#countries) {
      if (count > most) {
        second = most;
        most = count;
        first = country;
      } else if (count > second) second = count;
    }
    return most >= 2 && most >= 2 * second ? first : null;
  }

  /** The latest mention of this sector: "the ministry", "the army". */
  latestOf(sector: string): Identity | undefined {
    for (let at = this.#mentions.length - 1; at >= 0; at--) {
      const { identity } = this.#mentions[at];
      if (identity.sector === sector && identity.country) return identity;
    }
    return undefined;
  }

  /** The party that the words name; registers the words as a mention of it. */
  party(identity: Identity, span: Span): Party {
    const entity = this.#entityOf(identity);
    const { start, end, text } = span;
    entity.mentions.set(start, span);
    const { name, country, sector } = identity;
    return { start, end, text, name, country, sector, entity: entity.key };
  }

  #entityOf(identity: Identity): Entity {
    let entity = this.#byIdentity.get(identity);
    if (entity) return entity;
    const { name, country, sector } = identity;
    const key = `${country ?? ''}:${sector ?? ''}:${name.toLowerCase()}`;
    entity = this.#entities.get(key);
    if (!entity) {
      entity = { key, identity, mentions: new Map() };
      this.#entities.set(key, entity);
    }
    this.#byIdentity.set(identity, entity);
    return entity;
  }

  entities(): CodedEntity[] {
    return [...this.#entities.values()].map(({ key, identity, mentions }) => ({
      key,
      name: identity.name,
      country: identity.country,
      sector: identity.sector,
      mentions: [...mentions.values()].sort((a, b) => a.start - b.start),
    }));
  }
}
