/** Inflected forms that no spelling rule undoes: base form, then its forms. */

const verbTable = `
arise arose arisen|awake awoke awoken|be am are is was were been being|bear bore borne|beat beaten
become became|befall befell befallen|beget begot begotten|begin began begun|behold beheld|bend bent
beseech besought|bestride bestrode|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
choose chose chosen|cling clung|come came|creep crept|deal dealt|die dies died dying|dig dug
do does did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dye dyed dyeing
dwell dwelt|eat ate eaten|eye eyed eyeing|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled|fling flung|fly flew flown flies|forbid forbade forbidden|forgive forgave forgiven|forget forgot forgotten|forgo forwent forgone|forsake forsook forsaken
freeze froze frozen|get got gotten|give gave given|go goes went gone|grind ground|grow grew grown
hang hung|have has had having|hear heard|hide hid hidden|hoe hoed hoeing|hold held|keep kept
kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent
lie lies lied lying|light lit|lose lost|make made|mean meant|meet met|mow mown|overdo overdid
panic panicked panicking|picnic picnicked picnicking|mimic mimicked mimicking
traffic trafficked trafficking|frolic frolicked frolicking|pay paid|plead pled|prove proven|rend rent
ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen seeing
seek sought|sell sold|send sent|sew sewn|shake shook shaken|shear shorn|shed|shine shone|shoe shod
shoot shot|show shown|shrink shrank shrunk|sing sang sung|singe singeing|sink sank sunk|sit sat
slay slew slain|sleep slept|slide slid|sling slung|slink slunk|smell smelt|smite smote smitten
sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat
spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
stink stank stunk|stride strode stridden|strike struck stricken|string strung|strive strove striven
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|tie tied ties tying|tread trod trodden
vie vied vies vying|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound
withhold withheld|wreak wrought|wring wrung|write wrote written|add added adding|err erred erring
boycott boycotted boycotting|install installed installing|enroll enrolled enrolling
recall recalled recalling|fulfill fulfilled fulfilling|focus focused focusing focuses focussed
bias biased biasing|canvass canvassed|hijack hijacked|bus bused busing|gas gassed gassing gases
bomb bombed bombing|create created creating|recreate recreated|use used using uses|free freed freeing
owe owed owing|age aged ageing aging|ache ached aching|axe axed axing axes|ebb ebbed ebbing
shell shelled shelling|spell spelled spelling|smell smelled smelling|swell swelled swelling
veto vetoed vetoing vetoes|echo echoed echoing echoes|embargo embargoed embargoing embargoes
torpedo torpedoed torpedoing torpedoes|dwell dwelled dwelling|sell selling|tell telling|quell quelled quelling|quit quitted quitting
`;

/** Prefixes under which irregular verbs keep their forms: "overthrew", "withdrew", "retook". */
const verbPrefixes = ['over', 'under', 'with', 'out', 'up', 'fore', 'mis', 're', 'un', 'inter'];
const SHORTEST_AFTER_PREFIX = 3;

const nounTable = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen
person persons|penny pence|die dice|knife knives|wife wives|life lives|half halves|leaf leaves
loaf loaves|thief thieves|shelf shelves|wolf wolves|self selves|elf elves|calf calves|hoof hooves
scarf scarves|wharf wharves|sheaf sheaves|crisis crises|analysis analyses|thesis theses
hypothesis hypotheses|parenthesis parentheses|synthesis syntheses|diagnosis diagnoses|oasis oases
emphasis emphases|synopsis synopses|prognosis prognoses|axis axes|phenomenon phenomena
criterion criteria|automaton automata|stratum strata|bacterium bacteria|memorandum memoranda
referendum referenda|curriculum curricula|alumnus alumni|stimulus stimuli|nucleus nuclei|fungus fungi
cactus cacti|radius radii|syllabus syllabi|larva larvae|alga algae|formula formulae|antenna antennae
vertebra vertebrae|pupa pupae|appendix appendices|index indices|matrix matrices|vertex vertices
attaché attachés|attache attaches|coup coups|corps|series|species|aircraft|spacecraft|hovercraft
headquarters|police|people|data|media|troops|goods|premises|means|barracks|crossroads|gallows
outskirts|whereabouts|proceeds|offspring|sheep|deer|salmon|fish|cattle|veto vetoes|embargo embargoes
cargo cargoes|hero heroes|echo echoes|torpedo torpedoes|tornado tornadoes|volcano volcanoes
potato potatoes|tomato tomatoes|mosquito mosquitoes|mango mangoes|domino dominoes|buffalo buffaloes
motto mottoes|zero zeroes|negro negroes|virus viruses|bus buses|campus campuses|bonus bonuses
status statuses|census censuses|consensus consensuses|plus pluses|minus minuses|surplus surpluses
caucus caucuses|circus circuses|chorus choruses|focus focuses|genius geniuses|nexus nexuses
apparatus apparatuses|exodus exoduses|gas gases|canvas canvases|bias biases|atlas atlases
alias aliases|lens lenses|iris irises|walrus walruses|octopus octopuses|prospectus prospectuses
quiz quizzes|topaz topazes|belief beliefs|chief chiefs|roof roofs|movie movies|cookie cookies
rookie rookies|zombie zombies|calorie calories|prairie prairies|genie genies|selfie selfies|tie ties
lie lies|pie pies|die dies|hoodie hoodies|foodie foodies|ache aches|cache caches|niche niches
avalanche avalanches|headache headaches|axe axes|psyche psyches|mustache mustaches|quiche quiches
brother brethren|passer-by passers-by|passerby passersby|mother-in-law mothers-in-law
`;

const adjectiveTable = `
good better best|bad worse worst|far farther farthest further furthest|little less least
many more most|old elder eldest|strong stronger strongest|young younger youngest|long longer longest
free freer freest|severe severer severest|well better best|sincere sincerest|dry drier driest
sly slyer slyest|shy shyer shyest|true truer truest|blue bluer bluest|sure surer surest|able abler
`;

function read(table: string): Map<string, string> {
  const bases = new Map<string, string>();
  for (const entry of table.trim().split(/[|\n]/)) {
    const [base, ...forms] = entry.split(' ');
    // A word alone is its own base: "series".
    for (const form of forms.length > 0 ? forms : [base]) {
      if (!bases.has(form)) bases.set(form, base);
    }
  }
  return bases;
}

const verbs = read(verbTable);
const nouns = read(nounTable);
const adjectives = read(adjectiveTable);

/** Base form of an irregular verb form, in lower case. */
export function irregularVerb(form: string): string | undefined {
  const known = verbs.get(form);
  if (known !== undefined) return known;
  for (const prefix of verbPrefixes) {
    if (!form.startsWith(prefix) || form.length < prefix.length + SHORTEST_AFTER_PREFIX) continue;
    const rest = form.slice(prefix.length);
    // "relied" and "reached" have nothing to do with "lie" and "ache".
    if (rest.length > 3 && /(?:ed|es|ing)$/.test(rest)) continue;
    const base = verbs.get(rest);
    if (base !== undefined) return prefix + base;
  }
  return undefined;
}

/** Singular of an irregular plural, in lower case: "servicewomen" and "schoolchildren" too. */
export function irregularNoun(form: string): string | undefined {
  const known = nouns.get(form);
  if (known !== undefined) return known;
  if (form.endsWith('children')) return form.slice(0, -3);
  return /[a-z]{2}men$/.test(form) ? `${form.slice(0, -2)}an` : undefined;
}

/** Positive form of an irregular comparative or superlative, in lower case. */
export function irregularAdjective(form: string): string | undefined {
  return adjectives.get(form);
}
