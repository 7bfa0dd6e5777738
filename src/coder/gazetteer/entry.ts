/** What a name stands for. `region` is a part of a country, a sea or a part of the world: a place, and seldom a party. */
export type GazetteerKind =
  | 'country'
  | 'people'
  | 'capital'
  | 'metonym'
  | 'organization'
  | 'group'
  | 'person'
  | 'role'
  | 'region'
  | 'city';

/** A stretch of time in which an entry had another code. Both ends belong to it; either may be a year, a month or a day. */
export interface OfficeTerm {
  /** "prime minister", in lower case; empty where the lexicon names none. */
  readonly office: string;
  readonly country: string | null;
  readonly sector: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the term has no known beginning. */
  readonly from: string | null;
  /** As `from`; null while the term lasts. */
  readonly to: string | null;
}

export interface GazetteerEntry {
  /** Canonical name: "South Korea" for "ROK" and for "South Koreans"; for roles the first form of the word. */
  readonly name: string;
  /** ISO 3166-1 alpha-3 or IGO UNO EUR NGO ISM IMG MNC; null for roles, world regions and groups of no one country. */
  readonly country: string | null;
  /** PLOVER sector, or null. */
  readonly sector: string | null;
  readonly kind: GazetteerKind;
  readonly terms?: readonly OfficeTerm[];
  /** Degrees north and east, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly population?: number;
  /** `actors/countries.txt:12`. */
  readonly by: string;
}

/** A name found in a sentence: words `from` to `to`, exclusive. */
export interface GazetteerMatch {
  readonly from: number;
  readonly to: number;
  /** Best first; several where the name is ambiguous: Georgia, Jordan, Washington, Congo. Never empty. */
  readonly entries: readonly GazetteerEntry[];
  /** A surname alone: it names this person only while the person was in the news (see `Gazetteer.pick`). */
  readonly short: boolean;
}

/** PLOVER sectors; UNK is left out on purpose: what is not known is null. */
export const sectors: ReadonlySet<string> = new Set(
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC'.split(
    ' ',
  ),
);

/** Codes that stand where a country stands, for bodies above states. */
export const supranational: ReadonlySet<string> = new Set('IGO UNO EUR NGO ISM IMG MNC'.split(' '));

/** Kinds of entry that can act. */
export const actingKinds: ReadonlySet<GazetteerKind> = new Set([
  'country',
  'people',
  'capital',
  'metonym',
  'organization',
  'group',
  'person',
]);
