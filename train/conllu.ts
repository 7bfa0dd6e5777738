/** Reads treebanks in CoNLL-U (https://universaldependencies.org/format.html). */

/** A sentence of a treebank as parallel arrays; heads 0-based, −1 for the root. */
export interface TreebankSentence {
  readonly id: string;
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  /** Whether a space follows the word in the text. */
  readonly spaceAfter: readonly boolean[];
  /** Whether the sentence opens a document or a paragraph. */
  readonly startsDocument: boolean;
  readonly startsParagraph: boolean;
}

interface Draft {
  id: string;
  text: string;
  forms: string[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  heads: number[];
  relations: string[];
  spaceAfter: boolean[];
  startsDocument: boolean;
  startsParagraph: boolean;
}

/** Sentences of a CoNLL-U file. Empty nodes and enhanced dependencies are left out. */
export function readConllu(content: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let draft = emptyDraft();
  // Words under a multiword token ("don't") have no space between them; the token's own mark tells what follows.
  let multiwordEnd = -1;
  let multiwordSpace = true;
  const finish = () => {
    if (draft.forms.length > 0) sentences.push(draft);
    draft = emptyDraft();
    multiwordEnd = -1;
  };
  for (const line of content.split(/\r?\n/)) {
    if (line === '') {
      finish();
    } else if (line.startsWith('#')) {
      if (line.startsWith('# sent_id = ')) draft.id = line.slice(12);
      else if (line.startsWith('# text = ')) draft.text = line.slice(9);
      else if (line.startsWith('# newdoc')) draft.startsDocument = true;
      else if (/^# newpar(?!_)/.test(line)) draft.startsParagraph = true;
    } else {
      const columns = line.split('\t');
      const space = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(columns[9]);
      if (columns[0].includes('.')) continue;
      if (columns[0].includes('-')) {
        multiwordEnd = Number(columns[0].split('-')[1]);
        multiwordSpace = space;
        continue;
      }
      const index = Number(columns[0]);
      draft.forms.push(columns[1]);
      draft.lemmas.push(columns[2]);
      draft.upos.push(columns[3]);
      draft.xpos.push(columns[4]);
      draft.heads.push(Number(columns[6]) - 1);
      draft.relations.push(columns[7]);
      draft.spaceAfter.push(
        index < multiwordEnd ? false : index === multiwordEnd ? multiwordSpace : space,
      );
    }
  }
  finish();
  return sentences;
}

function emptyDraft(): Draft {
  return {
    id: '',
    text: '',
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    heads: [],
    relations: [],
    spaceAfter: [],
    startsDocument: false,
    startsParagraph: false,
  };
}
