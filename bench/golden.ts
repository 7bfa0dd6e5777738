import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Coder, createCoder, type Lexicon } from '#coder';
import type { Language } from '#language';
import {
  faultKinds,
  type GoldenSentence,
  golden,
  goldenFault,
} from '../test/coder/golden-sentences.ts';
import type { BenchRow } from './table.ts';

/** How many golden sentences there are, how many come out right, and why the others do not. */
export function benchGolden(
  language: Language,
  lexicon: Lexicon,
  coder: Coder,
  root: string,
): BenchRow[] {
  const folder = join(root, 'test/golden');
  if (!existsSync(folder))
    return [{ what: 'golden sentences', figure: 'skipped', note: `no ${folder}` }];
  const sentences = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => golden(readFileSync(join(folder, name), 'utf8'), name));
  const marked = sentences.flatMap(({ because }) => because?.kind ?? []);
  const reasons = faultKinds.map(
    (kind) => `${kind} ${marked.filter((one) => one === kind).length}`,
  );
  return [
    { what: 'sentences', figure: `${sentences.length}`, note: 'asked 600' },
    {
      what: 'right by rules',
      figure: `${countRight(createCoder(language, lexicon), sentences)}`,
      note: 'as the tests hold it',
    },
    {
      what: 'right as delivered',
      figure: `${countRight(coder, sentences)}`,
      note: 'with the trained decision',
    },
    { what: 'known to fail', figure: `${marked.length}`, note: reasons.join(', ') },
  ];
}

function countRight(coder: Coder, sentences: readonly GoldenSentence[]): number {
  return sentences.filter((sentence) => {
    const { text, date } = sentence;
    const { events } = coder.code({ id: 'golden', text, ...(date ? { date } : {}) });
    return goldenFault(sentence, events) === null;
  }).length;
}
