import { sectors, supranational } from '../gazetteer/entry.ts';

/** What a CAMEO actor code says in our terms. */
export interface CodedParty {
  readonly country: string | null;
  readonly sector: string | null;
}

/** CAMEO's roles and the PLOVER sectors that they became. CAMEO's MED is the media, PLOVER's medicine. */
const roles: Readonly<Record<string, string>> = {
  DEV: 'CVL',
  ENV: 'CVL',
  HLH: 'MED',
  HRI: 'CVL',
  INS: 'REB',
  KID: 'CVL',
  MED: 'JRN',
  PPL: 'CVL',
  SEP: 'REB',
  SET: 'CVL',
  STU: 'EDU',
};

/** CAMEO's religions: all of them are PLOVER's REL. */
const religions = new Set(
  'ADR ALE ATH BAH BUD CHR CON CPT CTH DOX DRZ HIN HSD ITR JAN JEW JHW LDS MOS MRN PAG PRO REL SFI SHI SIK SUN TAO UDX ZRO'.split(
    ' ',
  ),
);

/** CAMEO's parts of the world and "international": no country. */
const regions = new Set(
  'AFR ASA BLK CAS CAU CEU CFR CRB EAF EEU EIN EUR INT LAM MDT MEA MID NAF NMR PGS SAF SAM SAS SCN SEA WAF WST'.split(
    ' ',
  ),
);

/** Countries whose code in CAMEO dictionaries is not today's. */
const formerCodes: Readonly<Record<string, string>> = {
  GZS: 'PSE',
  KSV: 'XKX',
  PAL: 'PSE',
  ROM: 'ROU',
  TMP: 'TLS',
  WSB: 'PSE',
  ZAR: 'COD',
};

/** Bodies that CAMEO writes behind IGO and that stand for themselves in PLOVER. */
const bodies: Readonly<Record<string, string>> = { UNO: 'UNO', EUR: 'EUR', EEC: 'EUR' };

/**
 * Reads a code of three-letter parts: `USAGOV`, `IGOUNO`, `REB`. The first part that is a country or a body and the
 * first that is a role count; parts that name a single group or a creed beside them are passed over. Returns null
 * where nothing of it can be said in ISO countries and PLOVER sectors.
 *
 * @param countries ISO codes that the lexicon has countries for
 */
export function readCameoCode(
  code: string,
  countries: { has(code: string): boolean },
): CodedParty | null {
  if (!/^(?:[A-Za-z]{3})+$/.test(code)) return null;
  const parts = code.match(/.{3}/g)!;
  const place = readPlace(parts, countries);
  const rest = place === null ? parts : parts.slice(place.parts);
  const sector = readSector(rest);
  if (place === null && sector === null) return null;
  return { country: place?.country ?? null, sector };
}

interface Place {
  readonly country: string | null;
  /** How many parts tell it. */
  readonly parts: number;
}

function readPlace(
  [first, second]: readonly string[],
  countries: { has(code: string): boolean },
): Place | null {
  const country = formerCodes[first] ?? first;
  if (countries.has(country)) return { country, parts: 1 };
  if (first === 'IGO' && Object.hasOwn(bodies, second))
    return { country: bodies[second], parts: 2 };
  if (first === 'NGM') return { country: 'NGO', parts: 1 };
  // Alone, EUR is the continent.
  if (first !== 'EUR' && supranational.has(first)) return { country: first, parts: 1 };
  return regions.has(first) ? { country: null, parts: 1 } : null;
}

function readSector(parts: readonly string[]): string | null {
  for (const part of parts) {
    if (Object.hasOwn(roles, part)) return roles[part];
    if (sectors.has(part)) return part;
  }
  return parts.some((part) => religions.has(part)) ? 'REL' : null;
}
