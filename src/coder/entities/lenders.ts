import { actingKinds } from '../gazetteer/entry.ts';
import type { GazetteerEntry } from '../gazetteer/index.ts';
import { conjuncts, hasOneOf, introducers, type Tree } from '../syntax/tree.ts';
import type { Identity } from './document-memory.ts';
import type { IdentityReader } from './identity-reader.ts';
import { tellsWhen } from './noun-phrase.ts';

/** Kinds that lend their country to what they modify; a region or city only says where. */
const lendingKinds = new Set<GazetteerEntry['kind']>([...actingKinds, 'region', 'city']);
const seatKinds = new Set<GazetteerEntry['kind']>(['country', 'capital', 'city', 'region']);
const ownershipWords = new Set([
  'of',
  'from',
  'for',
  'to',
  'representing',
  'with',
  'between',
  'among',
  'by',
]);
const placeWords = new Set([
  'in',
  'at',
  'near',
  'on',
  'inside',
  'around',
  'outside',
  'across',
  'within',
]);
const modifying = new Set(['amod', 'compound', 'nmod', 'flat', 'nummod', 'nsubj', 'obl']);

/** Those who lend their country to a phrase: possessor and adjectives first, then "of", then "in". */
export function lendersOf(
  reader: IdentityReader,
  head: number,
  role: boolean,
): readonly Identity[] {
  const { tokens, children, relations } = reader.tree;
  const possessors: number[] = [];
  const modifiers: number[] = [];
  const between: number[] = [];
  const owners: number[] = [];
  const places: number[] = [];
  for (const child of children[head]) {
    const relation = relations[child];
    if (tokens[child].deprel === 'nmod:poss') possessors.push(child);
    else if (child < head && modifies(reader, child, head)) {
      modifiers.push(child);
      // "gave Kenya 5 million dollars": the name may hang on the number.
      if (relation === 'nummod' || relation === 'compound') {
        for (const inner of children[child])
          if (inner < child && reader.names.at(inner)) modifiers.push(inner);
      }
    } else if (relation === 'nmod' || relation === 'obl') {
      if (tellsWhen(reader.tree, child)) continue;
      const words = introducers(reader.tree, child);
      if (words.includes('between') || words.includes('among')) between.push(child);
      else if (hasOneOf(words, ownershipWords)) owners.push(child);
      else if (words.length === 0 || hasOneOf(words, placeWords)) places.push(child);
    } else if (relation === 'flat' || relation === 'appos') owners.push(child);
  }
  // "Israel's Arab lawmakers": the adjective beside a role says more than the possessor; elsewhere the possessor owns.
  const found =
    firstLent(reader, between, false) ??
    firstLent(reader, role ? modifiers : possessors, false) ??
    firstLent(reader, role ? possessors : modifiers, false) ??
    firstLent(reader, owners, false) ??
    firstLent(reader, places, true);
  if (found) return found;
  const partners = hyphenPartners(reader, head);
  return partners.length > 0 ? partners : listedBefore(reader, head);
}

/** What the first that has a country to lend lends, with those coordinated with it or listed after it. */
function firstLent(
  reader: IdentityReader,
  lenders: readonly number[],
  place: boolean,
): Identity[] | null {
  let found: Identity[] | null = null;
  for (const lender of lenders) {
    // "Norwegian, Swedish and Danish lawmakers" are of all three; "Iraqi Kurdish fighters" are of Iraq.
    if (found && !isListed(reader, lender)) continue;
    const placed = lentBy(reader, lender, place);
    if (placed.length > 0) found = found ? found.concat(placed) : placed;
  }
  return found && found.length > 1 ? unique(found) : found;
}

/** Words before a noun that belong to its phrase; a subject only where the parser took an adjective for one. */
function modifies({ tree, names }: IdentityReader, child: number, head: number): boolean {
  const relation = tree.relations[child];
  if (!modifying.has(relation)) return false;
  if (relation !== 'nsubj' && relation !== 'obl') return true;
  const noun = tree.tokens[head].upos === 'NOUN' && names.at(child) !== undefined;
  return noun && child === head - 1 && introducers(tree, child).length === 0;
}

function isListed({ tree }: IdentityReader, index: number): boolean {
  const form = tree.forms[index - 1];
  return form === ',' || form === 'and' || form === 'or';
}

/** What one modifier and its conjuncts lend, those without a country left out. */
function lentBy(reader: IdentityReader, child: number, place: boolean): Identity[] {
  const found: Identity[] = [];
  for (const conjunct of conjuncts(reader.tree, child))
    found.push(...lent(reader, conjunct, place));
  return found.filter(({ country }) => country !== null);
}

function lent(reader: IdentityReader, index: number, place: boolean): readonly Identity[] {
  const match = reader.names.at(index);
  // "protesters in Brussels" are in the city, not in the body that sits there.
  const entry =
    match && ((place && reader.best(match, seatKinds)) || reader.best(match, lendingKinds));
  // "the Moscow police", "Beijing's ban": a people, region or city lends its country, not its name.
  if (entry) return [reader.identityOf(entry, index), ...hyphenPartners(reader, index)];
  const { upos } = reader.tree.tokens[index];
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'PRON') return [];
  return reader.identify(index);
}

/** "U.S.-South Korea drills": the name on the other side of a hyphen or dash. */
function hyphenPartners(reader: IdentityReader, index: number): Identity[] {
  const match = reader.names.at(index);
  const before = (match?.from ?? index) - 1;
  const after = match?.to ?? index + 1;
  const found: Identity[] = [];
  if (joins(reader.tree, before)) addPartner(reader, before - 1, found);
  if (joins(reader.tree, after)) addPartner(reader, after + 1, found);
  return found;
}

function addPartner(reader: IdentityReader, index: number, found: Identity[]): void {
  const partner = reader.names.at(index);
  const entry = partner && reader.best(partner, lendingKinds);
  if (entry) found.push(reader.identityOf(entry, index));
}

/** Whether a hyphen, dash or slash stands at a place. */
function joins({ tokens }: Tree, index: number): boolean {
  if (index < 0 || index >= tokens.length) return false;
  const { form } = tokens[index];
  return form === '-' || form === '–' || form === '/';
}

/** Longest run of words before a noun in which adjectives are looked for. */
const longestRun = 8;

/**
 * "Russian and Chinese naval and air forces": where the tree holds none, the demonyms among the adjectives that stand
 * right before the noun.
 */
function listedBefore(reader: IdentityReader, head: number): Identity[] {
  const { tokens, forms } = reader.tree;
  const found: Identity[] = [];
  if (tokens[head].upos !== 'NOUN') return found;
  for (let at = head - 1; at >= Math.max(0, head - longestRun); at--) {
    const { upos } = tokens[at];
    if (upos === 'ADJ') {
      const match = reader.names.at(at);
      const entry = match?.entries.find(({ kind }) => kind === 'people');
      if (entry) found.unshift(reader.identityOf(entry, at));
    } else if (upos !== 'NOUN' && upos !== 'CCONJ' && upos !== 'NUM' && forms[at] !== ',') break;
  }
  return unique(found.filter(({ country }) => country !== null));
}

function unique(identities: readonly Identity[]): Identity[] {
  return identities.filter(
    (identity, index) =>
      identities.findIndex(
        (other) => other.name === identity.name && other.country === identity.country,
      ) === index,
  );
}
