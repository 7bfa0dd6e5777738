/** Units of measure by every spelling, each with its singular in lower case. */
const measures = new Map<string, string>();
for (const line of [
  'metre meter metres meters',
  'kilometre kilometer kilometres kilometers km kms',
  'centimetre centimeter centimetres centimeters cm',
  'millimetre millimeter millimetres millimeters mm',
  'mile miles',
  'foot feet ft',
  'yard yards',
  'inch inches',
  'hectare hectares ha',
  'acre acres',
  'ton tons',
  'tonne tonnes',
  'kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs',
  'gram grams gramme grammes',
  'litre liter litres liters',
  'gallon gallons',
  'barrel barrels',
  'degree degrees',
  'knot knots',
  'megawatt megawatts mw',
  'gigawatt gigawatts gw',
  'kiloton kilotons kt',
  'second seconds',
  'minute minutes',
  'hour hours hrs',
  'day days',
  'night nights',
  'week weeks',
  'month months',
  'year years',
  'decade decades',
  'century centuries',
]) {
  const [unit, ...spellings] = line.split(' ');
  for (const spelling of [unit, ...spellings]) measures.set(spelling, unit);
}

/** The unit of measure that a word names: "km" → "kilometre"; undefined for other words. */
export function measureOf(lower: string): string | undefined {
  return measures.get(lower);
}

const calibres = new Set(['millimetre', 'centimetre', 'inch']);

/** Measures that are the size of a weapon when a noun follows: "155 mm shells". */
export function isCalibre(unit: string): boolean {
  return calibres.has(unit);
}

/** Nouns that parcel out what stands behind "of": "330,000 rounds of artillery shells". */
const parcels = new Set(
  (
    'round piece item box unit pair batch set container truckload shipment load cargo bottle bag sack ' +
    'group ton tonne barrel copy type kind kilogram litre gallon hectare acre mile kilometre metre ' +
    'case crate package consignment tranche series string wave year month week day hour minute'
  ).split(' '),
);

export function isParcel(lemma: string): boolean {
  return parcels.has(lemma);
}

const persons = new Set(
  (
    'person people man woman child boy girl baby adult infant teenager youth human individual civilian ' +
    'citizen national resident inhabitant villager refugee migrant asylum-seeker evacuee returnee ' +
    'tourist passenger pilgrim student pupil teacher professor doctor nurse medic patient worker ' +
    'employee staff staffer labourer laborer miner farmer fisherman sailor seafarer driver pilot ' +
    'journalist reporter correspondent editor photographer cameraman blogger activist protester ' +
    'protestor demonstrator striker supporter follower dissident opponent critic rioter looter ' +
    'soldier troop trooper serviceman servicewoman personnel officer conscript recruit reservist ' +
    'veteran marine guard guardsman peacekeeper policeman policewoman commander general colonel ' +
    'fighter militant gunman rebel insurgent guerrilla guerilla terrorist extremist jihadist militiaman ' +
    'bomber attacker assailant hijacker kidnapper mercenary separatist paramilitary sniper ' +
    'suspect prisoner detainee inmate captive hostage convict criminal smuggler trafficker spy agent ' +
    'defendant lawyer judge prosecutor witness magistrate ' +
    'diplomat ambassador envoy attache attaché consul official minister lawmaker legislator senator ' +
    'deputy parliamentarian mp congressman politician candidate voter delegate representative leader ' +
    'president mayor governor councillor councilor adviser advisor aide expert inspector observer ' +
    'monitor analyst scientist engineer technician specialist consultant contractor businessman ' +
    'executive banker trader investor missionary priest monk nun bishop imam cleric worshipper ' +
    'christian muslim jew hindu believer victim casualty survivor dead wounded injured fatality ' +
    'relative mother father parent wife husband son daughter brother sister member colleague friend ' +
    'player athlete footballer fan spectator bystander passer-by crew crewman rescuer firefighter ' +
    'volunteer trainee instructor trainer translator interpreter foreigner stranger native speaker ' +
    'other dependant dependent visitor reader user viewer listener seeker guy buyer seller customer client consumer owner ' +
    'dissenter defector deserter exile settler colonist nomad herder herdsman shepherd trespasser'
  ).split(' '),
);

/** Is the thing counted a person? By the lemma of its noun. */
export function isPerson(lemma: string): boolean {
  return persons.has(lemma) || /[a-z](?:men|women|man|woman)$/.test(lemma);
}

const nationals = new Set(
  'turks serbs kurds arabs jews czechs greeks swedes danes poles finns scots brits uighurs uyghurs croats slovaks slovenes thais'.split(
    ' ',
  ),
);

/** "two Russians", "three Iraqis": a plural name that is a people's. */
export function isNational(lower: string): boolean {
  return nationals.has(lower) || /(?:[aei]ns|[a-z]{3}is|ese)$/.test(lower);
}

/** Verbs and participles whose bare number counts people: "killed 12", "30 wounded". */
const harming = new Set(
  (
    'kill injure wound hurt maim arrest detain jail imprison execute evacuate hospitalize hospitalise ' +
    'rescue displace die perish deport abduct kidnap behead shoot murder massacre dead missing ' +
    'injured wounded killed arrested detained homeless'
  ).split(' '),
);

export function countsPeople(lemma: string): boolean {
  return harming.has(lemma);
}
