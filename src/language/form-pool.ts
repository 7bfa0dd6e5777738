/** Forms that are kept; a text of a new kind starts afresh. */
const capacity = 1 << 16;
const slotMask = 2 * capacity - 1;
/** Longer words are rare, and hostile ones are not kept. */
const longestForm = 40;

/**
 * Gives the same word of a text as the same string each time: look-ups by it then need not hash and compare each new
 * slice of a text, and what is kept holds no text in memory.
 */
export class FormPool {
  readonly #slots = new Int32Array(2 * capacity);
  readonly #forms: string[] = [];

  /** The string that stands in `text` from `start` to `end`. */
  formAt(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > longestForm) return text.slice(start, end);
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    let slot = (hash ^ (hash >>> 13)) & slotMask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & slotMask) {
      const form = this.#forms[this.#slots[slot] - 1];
      if (form.length === length && stands(form, text, start)) return form;
    }
    if (this.#forms.length === capacity) {
      this.#forms.length = 0;
      this.#slots.fill(0);
      return this.formAt(text, start, end);
    }
    // Copied letter by letter: a slice would hold on to its text.
    const form = Array.from({ length }, (_, at) => text[start + at]).join('');
    this.#slots[slot] = this.#forms.push(form);
    return form;
  }
}

function stands(form: string, text: string, start: number): boolean {
  for (let at = 0; at < form.length; at++) {
    if (form.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
