import type { Atom } from './atoms.ts';

/** Signs and prefixes before an amount. */
const signs = new Map<string, string>([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['u.s.$', 'USD'],
  ['usd', 'USD'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['¥', 'JPY'],
  ['jpy', 'JPY'],
  ['₩', 'KRW'],
  ['krw', 'KRW'],
  ['₽', 'RUB'],
  ['rub', 'RUB'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['inr', 'INR'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['chf', 'CHF'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['r', 'BRL'],
]);
/** Letters that name a dollar only in front of its sign: "A$", "NT$". */
const dollarPrefixes = new Set('us u.s a au c ca hk nt nz s r'.split(' '));

/** Nouns of money that one state's money goes by, or that means that state's unless it says otherwise. */
const nouns = new Map<string, string>([
  ['dollar', 'USD'],
  ['buck', 'USD'],
  ['euro', 'EUR'],
  ['sterling', 'GBP'],
  ['pound', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['won', 'KRW'],
  ['ruble', 'RUB'],
  ['rouble', 'RUB'],
  ['hryvnia', 'UAH'],
  ['zloty', 'PLN'],
  ['lira', 'TRY'],
  ['shekel', 'ILS'],
  ['baht', 'THB'],
  ['ringgit', 'MYR'],
  ['rupiah', 'IDR'],
  ['dong', 'VND'],
  ['taka', 'BDT'],
  ['tenge', 'KZT'],
  ['lari', 'GEL'],
  ['rand', 'ZAR'],
  ['naira', 'NGN'],
  ['cedi', 'GHS'],
  ['forint', 'HUF'],
  ['real', 'BRL'],
]);
/** Money of several states: the word itself is the unit unless a nation stands before it. */
const shared = new Set(
  'rupee shilling franc peso dinar dirham riyal rial krona krone crown manat dram som'.split(' '),
);

const national = new Map<string, string>(
  (
    'australian dollar AUD|canadian dollar CAD|new zealand dollar NZD|singapore dollar SGD|' +
    'hong kong dollar HKD|taiwan dollar TWD|american dollar USD|us dollar USD|u.s dollar USD|' +
    'egyptian pound EGP|syrian pound SYP|lebanese pound LBP|sudanese pound SDG|british pound GBP|' +
    'indian rupee INR|pakistani rupee PKR|lankan rupee LKR|nepalese rupee NPR|kenyan shilling KES|' +
    'ugandan shilling UGX|tanzanian shilling TZS|somali shilling SOS|swiss franc CHF|cfa franc XOF|' +
    'mexican peso MXN|argentine peso ARS|chilean peso CLP|colombian peso COP|philippine peso PHP|' +
    'cuban peso CUP|iraqi dinar IQD|kuwaiti dinar KWD|serbian dinar RSD|libyan dinar LYD|' +
    'algerian dinar DZD|jordanian dinar JOD|uae dirham AED|emirati dirham AED|moroccan dirham MAD|' +
    'saudi riyal SAR|qatari riyal QAR|yemeni riyal YER|iranian rial IRR|omani rial OMR|' +
    'swedish krona SEK|icelandic krona ISK|norwegian krone NOK|danish krone DKK|' +
    'swedish crown SEK|norwegian crown NOK|danish crown DKK|czech crown CZK|' +
    'azerbaijani manat AZN|turkmen manat TMT|armenian dram AMD|kyrgyz som KGS|uzbek som UZS'
  )
    .split('|')
    .map((line): [string, string] => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
);

/** Words that may stand between a number and its money: "Swiss", "Kenyan". */
const nations = new Set([...national.keys()].map((name) => name.split(' ')[0]));

export interface CurrencyReading {
  readonly code: string;
  readonly to: number;
}

/** "$", "US$", "NT$", "EUR" before an amount. */
export function currencySign(atoms: readonly Atom[], at: number): CurrencyReading | null {
  const atom = atoms[at];
  if (atom === undefined) return null;
  const next = atoms[at + 1];
  const code = signs.get(atom.lower);
  if (code === undefined) return null;
  if (dollarPrefixes.has(atom.lower)) {
    const joined = next?.glued || (atom.form.length > 1 && atom.form === atom.form.toUpperCase());
    return next?.form === '$' && joined ? { code, to: at + 2 } : null;
  }
  // "Eur" and "Rs" are words as well: only capitals or signs, and only before a number.
  if (atom.kind === 'word' && atom.lower !== 'rs' && atom.form !== atom.form.toUpperCase())
    return null;
  const to = next?.form === '.' && next.glued ? at + 2 : at + 1;
  return atoms[to]?.kind === 'number' ? { code, to } : null;
}

/** "dollars", "Swiss francs", "Hong Kong dollars" behind an amount; the money's lemma by `lemmaAt`. */
export function currencyNoun(
  atoms: readonly Atom[],
  at: number,
  lemmaAt: (at: number) => string,
): CurrencyReading | null {
  for (let nation = 0; nation <= 2; nation++) {
    const lemma = lemmaAt(at + nation);
    const isMoney = nouns.has(lemma) || shared.has(lemma);
    if (isMoney) {
      const name = atoms.slice(at, at + nation).map((atom) => atom.lower);
      const code = national.get([...name, lemma].join(' '));
      if (code !== undefined) return { code, to: at + nation + 1 };
      if (nation > 0 && !nations.has(name[0])) return null;
      return { code: nouns.get(lemma) ?? lemma, to: at + nation + 1 };
    }
    if (!nations.has(atoms[at]?.lower ?? '')) return null;
  }
  return null;
}
