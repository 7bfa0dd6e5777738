import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../src/app/load-language.ts';

const language = loadLanguage();

/** Bars stand where sentences end; they are taken out before the text is split. */
function check(marked: string): void {
  const parts = marked.split('|');
  const text = parts.join('');
  const found = language.split(text).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(parts.map((part) => part.trim()));
}

describe('abbreviations and initials do not end sentences', () => {
  test.each([
    'The U.S. imposed sanctions on Friday. |Moscow said it would respond.',
    'Gen. Mark A. Rivers met Sen. Paula B. Ortiz in Washington, D.C., on Jan. 5. |They discussed arms.',
    'The firm, Acme Inc., was fined. |Acme Corp. was not.',
    'He moved to the U.S. in May. |The U.N. welcomed it.',
    'Prices rose 3.5 percent, from $1.20 to $1.24. |Analysts shrugged.',
    'The meeting is at 5 p.m. on Tuesday. |A second is planned.',
    'President George W. Reed met Vladimir V. Orlov. |They talked.',
    'St. Petersburg hosted the talks. |Mt. Paektu was not mentioned.',
    'See No. 5 of the list. |Nobody answered no. |That was all.',
    'Mr. Kim said so. |Ms. Lee did not. |Dr. Park abstained.',
    'He was born on Sept. 3, 1960, in Lima. |His father was a judge.',
    'The U.S.-led coalition struck. |Iran-backed militias replied.',
    'Rep. Jones (R-Ohio) voted no. |Sen. Smith, D-N.Y., voted yes.',
    'Visit www.example.org/news. |Write to info@example.org. |Thanks.',
  ])('%s', check);
});

describe('quotations, questions, brackets', () => {
  test.each([
    '"We will never accept this," Mr. Orlov said. |"It is a provocation."',
    '“We will never accept this.” |He left the room.',
    'Did Iran respond? |Yes! |It did.',
    '"Stop!" he shouted. |Nobody did.',
    '"Will they attack?" asked the minister.',
    'The minister (a former general) resigned. |(He gave no reason.) |Parliament met.',
    'He said: "We are ready." |She nodded.',
    "The minister said: 'We will not yield.' |He then left.",
    'Iran, Iraq and Syria signed the deal; Turkey did not.',
    'The plan has three parts: money, arms and time.',
    'The talks failed... |Both sides left.',
    'The talks ... failed again.',
  ])('%s', check);
});

describe('datelines, headlines, captions, lists', () => {
  test.each([
    'SEOUL, Jan. 5 (Sample Wire) — South Korea expelled two diplomats on Friday. |Russia protested.',
    'MOSCOW (Sample News) -- The ministry denied the report. |It gave no details.',
    'GENEVA -- Talks resumed on Monday.',
    'KYIV, Ukraine (Sample) — Officials said the attack killed three. |No group claimed it.',
    'Peru Leader Visits Turkey\n|The president of Peru arrived in Ankara on Monday. |He met officials.',
    'Peru Leader Visits Turkey to Deepen Ties\n\n|ANKARA — The president of Peru arrived on Monday.',
    'Photo: A soldier stands guard near the border, Jan. 3, 2024.\n\n|The two sides met on Friday.',
    '- Japan sent two ships\n|- Korea protested\n|- China called for calm',
    '• Talks in Geneva\n|• A new embargo\n|• Elections in May',
    '1. Japan sent two ships.\n|2. Korea protested.',
    'The army said it had killed 12 rebels in the north of the country, near the border with Chad',
  ])('%s', check);
});

describe('line ends', () => {
  test.each([
    'The government of Japan said on Monday that it would\nsend two ships to the region and that it had asked\nits allies for help. |It named no date. |Officials in Washington\nwelcomed the step.',
    'The government of Japan said on Monday that it would\r\nsend two ships to the region and that it had asked\r\nits allies for help. |It named no date.',
    'The talks between the two countries\n\n|will go on',
    'The talks between the two countries\r\n \r\n|will go on',
  ])('%s', check);
});

test('sentences and words are slices of the text', () => {
  const text = '  Seoul’s envoy — 김 — left.\n\n“Why?”  \u0000 \ud800 he asked 🙂. ';
  for (const sentence of language.split(text)) {
    expect(sentence.start).toBe(sentence.words[0].start);
    expect(sentence.end).toBe(sentence.words.at(-1)!.end);
    for (const { form, start, end } of sentence.words) expect(text.slice(start, end)).toBe(form);
  }
});

test('nothing gives no sentence', () => {
  expect(language.split('')).toEqual([]);
  expect(language.split(' \n\n \t')).toEqual([]);
});
