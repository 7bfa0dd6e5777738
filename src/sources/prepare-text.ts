import { InputError } from '#coder';
import type { HtmlMetadata } from './html-metadata.ts';
import { htmlToText, looksLikeHtml } from './html-to-text.ts';
import { mendCharacters } from './mend-characters.ts';

/** Text as it is kept and coded, with what its own markup says about it. */
export interface PreparedText extends HtmlMetadata {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Makes raw text fit to keep: converts HTML, replaces what cannot be stored one for one, refuses
 * emptiness. Plain text is left untouched otherwise. Throws InputError.
 *
 * @param options.isPage the text is known to be HTML
 * @param options.keepMarkup never convert
 */
export function prepareText(
  raw: string,
  place: string,
  options: { readonly isPage?: boolean; readonly keepMarkup?: boolean } = {},
): PreparedText {
  const isHtml = options.isPage === true || (options.keepMarkup !== true && looksLikeHtml(raw));
  const { text: source, ...metadata } = isHtml ? convert(raw, place) : { text: raw };
  const mended = mendCharacters(source);
  if (mended.text.trim() === '') {
    const found = raw.length === 0 ? 'nothing' : isHtml ? 'HTML without words' : 'only white space';
    throw new InputError('no text', { where: place, found, expected: 'a report' });
  }
  const notes = [...mended.notes];
  if (isHtml && options.isPage !== true) {
    notes.unshift('HTML converted to text; offsets refer to the converted text');
  }
  return { ...metadata, text: mended.text, notes };
}

function convert(html: string, place: string): { readonly text: string } & HtmlMetadata {
  try {
    return htmlToText(html);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError('HTML that cannot be read', {
      where: place,
      found: error.message,
      expected: 'a page such as browsers show',
    });
  }
}
