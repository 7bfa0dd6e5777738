import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLanguage, type PlainSentence, type Sentence } from '#language';
import { loadLanguage, packageRoot } from '../../src/app/load-language.ts';

const language = loadLanguage();

function parse(text: string): Sentence {
  const [sentence] = language.split(text);
  return language.parse(sentence);
}

/** "dependent relation head" for every word but punctuation. */
function arcs(text: string): string[] {
  const { tokens } = parse(text);
  return tokens
    .filter(({ upos }) => upos !== 'PUNCT')
    .map(({ form, deprel, head }) => `${form} ${deprel} ${head < 0 ? '-' : tokens[head].form}`);
}

function expectTree({ tokens }: Sentence): void {
  expect(tokens.filter(({ head }) => head === -1)).toHaveLength(tokens.length > 0 ? 1 : 0);
  tokens.forEach(({ head, deprel }, i) => {
    expect(head).toBeGreaterThanOrEqual(-1);
    expect(head).toBeLessThan(tokens.length);
    expect(deprel).not.toBe('');
    expect(deprel === 'root').toBe(head === -1);
    // Walks up: the root must come within as many steps as there are words.
    let at = i;
    for (let steps = 0; at !== -1 && steps <= tokens.length; steps++) at = tokens[at].head;
    expect(at).toBe(-1);
  });
}

/** Words with a space between each two. */
function plainSentence(forms: readonly string[]): PlainSentence {
  let end = -1;
  const words = forms.map((form) => {
    const start = end + 1;
    end = start + form.length;
    return { form, start, end };
  });
  return { start: 0, end: Math.max(0, end), words };
}

describe('trees', () => {
  test('a plain clause', () => {
    expect(arcs('Russia expelled two South Korean diplomats on Friday.')).toEqual(
      expect.arrayContaining([
        'Russia nsubj expelled',
        'expelled root -',
        'diplomats obj expelled',
        'two nummod diplomats',
        'Friday obl expelled',
        'on case Friday',
      ]),
    );
  });

  test('a passive with its agent', () => {
    expect(arcs('Two diplomats were expelled by the ministry.')).toEqual([
      'Two nummod diplomats',
      'diplomats nsubj:pass expelled',
      'were aux:pass expelled',
      'expelled root -',
      'by case ministry',
      'the det ministry',
      'ministry obl:agent expelled',
    ]);
  });

  test('what was said, and by whom', () => {
    expect(arcs('The minister said that Japan will send ships.')).toEqual(
      expect.arrayContaining([
        'minister nsubj said',
        'send ccomp said',
        'Japan nsubj send',
        'ships obj send',
        'that mark send',
      ]),
    );
  });

  test('a relative clause, control and a possessive', () => {
    expect(arcs('Officials who visited Seoul agreed to lift the sanctions.')).toEqual(
      expect.arrayContaining([
        'Officials nsubj agreed',
        'visited acl:relcl Officials',
        'lift xcomp agreed',
        'sanctions obj lift',
      ]),
    );
    expect(arcs("Turkey's response surprised Greece.")).toContain('Turkey nmod:poss response');
  });

  test('coordination', () => {
    expect(arcs('France and Germany condemned the attack.')).toEqual(
      expect.arrayContaining(['Germany conj France', 'France nsubj condemned']),
    );
  });
});

describe('every sentence has one root and no cycle', () => {
  test('whatever its words are', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        ...'the Russia said to by and , . " ( ) that which was not \ud800'.split(' '),
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (forms) => {
        expectTree(language.parse(plainSentence(forms)));
      }),
      { numRuns: 300 },
    );
  });

  test('a sentence of no words has no tokens', () => {
    expect(language.parse({ start: 3, end: 3, words: [] })).toEqual({
      start: 3,
      end: 3,
      tokens: [],
    });
  });

  test('a sentence of one word', () => {
    expect(parse('Why?').tokens[0]).toMatchObject({ head: -1, deprel: 'root' });
  });

  test.each([399, 400, 401, 2_500, 30_000])('a sentence of %i words', (count) => {
    const pattern =
      'the minister of Peru told Turkey that it will send ships and , if need be , arms'.split(' ');
    const forms = Array.from({ length: count }, (_, i) => pattern[i % pattern.length]);
    const tree = language.parse(plainSentence(forms));
    expect(tree.tokens).toHaveLength(count);
    expectTree(tree);
  });
});

test('any text: words and tokens are slices of it, in order, and trees are trees', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'Mr. Lee ',
          'said. ',
          '"',
          '\n',
          '\n\n',
          '(',
          ') ',
          'U.S. ',
          '\ud800',
          '— ',
          '\u0000',
        ),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      let position = 0;
      for (const sentence of language.split(any)) {
        const tree = language.parse(sentence);
        expect(tree.tokens).toHaveLength(sentence.words.length);
        expect([tree.start, tree.end]).toEqual([sentence.start, sentence.end]);
        for (const { form, start, end } of tree.tokens) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(any.slice(start, end)).toBe(form);
          position = end;
        }
        expectTree(tree);
      }
    }),
    { numRuns: 300 },
  );
});

describe('plain JavaScript and WebAssembly', () => {
  const models = join(packageRoot(), 'models');
  const read = (name: string) => gunzipSync(readFileSync(join(models, `${name}.gz`)));
  const weights = { splitter: read('splitter'), tagger: read('tagger'), parser: read('parser') };
  const plain = createLanguage(weights);

  test('the kernel is there, so that the two differ', () => {
    expect(existsSync(join(models, 'kernel.wasm'))).toBe(true);
  });

  test('give the same trees for news', () => {
    const news = `SEOUL, Jan. 5 (Sample Wire) — South Korea's Foreign Ministry summoned the Russian ambassador
on Friday, a day after Moscow detained a missionary on charges of espionage, officials said.
"We urge them to release him at once," Vice Minister Kim Sample told reporters; Moscow did not respond.
Exports of 682 further items will be barred from Dec. 26 unless the sides agree. Leaders To Meet In Geneva
The talks, which had been planned for March, were put off because neither party would yield.`;
    for (const sentence of language.split(news)) {
      expect(plain.parse(sentence)).toEqual(language.parse(sentence));
    }
  });

  test('give the same trees for any words', () => {
    const vocabulary =
      'Iran Iraq troops fired at the on border after talks had failed , said who not U.S. 12 xyzzy Zzz'.split(
        ' ',
      );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 30 }),
        (forms) => {
          const sentence = plainSentence(forms);
          expect(plain.parse(sentence)).toEqual(language.parse(sentence));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('reading much text does not change what a sentence is read as', () => {
  const sentence = language.split('The ministry denied that its troops had crossed the border.')[0];
  const before = language.parse(sentence);
  // More distinct words than the tables hold, so that all of them are emptied on the way.
  for (let i = 0; i < 720; i++) {
    const forms = Array.from({ length: 100 }, (_, j) => `word${i}x${j}`);
    language.parse(plainSentence(forms));
  }
  expect(language.parse(sentence)).toEqual(before);
});

test('weights that are none are refused, with what was expected', () => {
  expect(() =>
    createLanguage({
      splitter: new Uint8Array(0),
      tagger: new Uint8Array(3),
      parser: new Uint8Array(0),
    }),
  ).toThrow(/tagger weights: 3 bytes that do not begin with "TRW1".*npm run train/);
});
