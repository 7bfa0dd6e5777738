/** Label of a word that has no head yet, and of nothing. Labels proper begin at 1. */
export const NO_LABEL = 0;

/**
 * Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011) over a sentence of n words.
 * Words are 0 … n − 1, n stands for the root, n + 1 for "nothing there".
 */
export class ParserState {
  count = 0;
  /** Words on the stack. */
  depth = 0;
  /** Next word of the buffer. */
  next = 0;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  labels = new Int32Array(0);
  /** Outermost and second outermost dependent on each side. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);

  start(count: number): void {
    const size = count + 2;
    if (this.stack.length < size) {
      for (const key of stateKeys) this[key] = new Int32Array(2 * size);
    }
    this.count = count;
    this.depth = 0;
    this.next = 0;
    const nothing = count + 1;
    this.heads.fill(-1, 0, size);
    this.labels.fill(NO_LABEL, 0, size);
    this.left1.fill(nothing, 0, size);
    this.left2.fill(nothing, 0, size);
    this.right1.fill(nothing, 0, size);
    this.right2.fill(nothing, 0, size);
  }

  get finished(): boolean {
    return this.next === this.count && this.depth === 0;
  }

  get canShift(): boolean {
    return this.next < this.count;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Hangs the top of the stack under the next word. */
  attachLeft(label: number): void {
    const head = this.next;
    const dependent = this.stack[--this.depth];
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    this.left2[head] = this.left1[head];
    this.left1[head] = dependent;
  }

  /** Hangs the top of the stack under the word below it. */
  attachRight(label: number): void {
    const dependent = this.stack[--this.depth];
    const head = this.stack[this.depth - 1];
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    this.right2[head] = this.right1[head];
    this.right1[head] = dependent;
  }
}

const stateKeys = ['stack', 'heads', 'labels', 'left1', 'left2', 'right1', 'right2'] as const;
