/** Closed word lists of the tokenizer. */

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that keep their period, in lower case. */
export const abbreviations = set(`
  mr mrs ms dr prof gen col lt sgt cpl pvt capt maj adm cmdr brig gov sen rep reps sens pres hon rev
  st mt ft jr sr inc corp co ltd bros vs etc jan feb mar apr jun jul aug sept sep oct nov dec
  no nos vol pp fig al ca cf approx ave blvd rd dept univ assn calif mass conn fla ga ill ind minn
  mo pa va wash wis tex tenn ky ariz colo del okla ore mon tue tues wed thu thur thurs fri sat sun
  messrs mme mlle msgr supt det insp est esp ext attn conf ed eds trans viz eg ie ret spc cllr
  rs cent amb dist min
`);

/** Abbreviations that are also common words: they keep the period only when capitalised. */
export const capitalisedAbbreviations = set(`
  gen col rep reps mar jun no nos vol fig ave mass ill ind del ore mo pa sat sun mon wed fri ed est
  al mt ft dec ext min dist cent co ca wash conf pres adm hon trans det ret st
`);

/** Lower-case words of the list above that keep the period all the same. */
export const lowercaseAbbreviations = set('al vol no nos fig ed est ext ca co pp trans ret');

/** First parts that stay joined to what follows their hyphen. */
export const hyphenPrefixes = set(`
  non re mis co un anti pre ex multi inter sub semi counter over post pro e mid cross neo socio psycho
  intra micro mini arch ultra trans bi de infra para quasi hyper cyber
`);

/** Words without an apostrophe that are two words all the same, with the length of the first. */
export const splitContractions = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
]);

/** Units written against their number that are words of their own. */
export const attachedUnits = set(`
  M K B AM PM MM C F KM KG T BN MN MW GW KW TB GB MB
`);

/** Ends of host names and file names written without a scheme. */
export const addressEndings = set(`
  com org net edu gov mil int info biz uk ru cn de fr jp eu au kr tw ua htm html pdf doc docx xls
  xlsx txt jpg png gif zip mp3
`);
