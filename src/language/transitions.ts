/**
 * Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011) over a sentence of n words.
 * Words are 0 … n − 1, n stands for the root, n + 1 for "nothing there".
 * Action 0 shifts; 1 … L hangs the top of the stack under the next word with that label;
 * 1 + L … 2 L hangs it under the word below it on the stack.
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

  constructor(
    /** Number of labels. */
    readonly labelCount: number,
    /** The label of the sentence's root. */
    readonly rootLabel: number,
  ) {}

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
    this.labels.fill(this.labelCount, 0, size);
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

  /** A left arc under the root ends the sentence, so it waits until one word is left: exactly one root. */
  get canLeft(): boolean {
    return this.depth > 0 && (this.next < this.count || this.depth === 1);
  }

  get canRight(): boolean {
    return this.depth > 1;
  }

  apply(action: number): void {
    if (action === 0) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const dependent = this.stack[--this.depth];
    if (action <= this.labelCount) {
      const head = this.next;
      this.heads[dependent] = head;
      this.labels[dependent] = action - 1;
      this.left2[head] = this.left1[head];
      this.left1[head] = dependent;
    } else {
      const head = this.stack[this.depth - 1];
      this.heads[dependent] = head;
      this.labels[dependent] = action - 1 - this.labelCount;
      this.right2[head] = this.right1[head];
      this.right1[head] = dependent;
    }
  }
}

const stateKeys = ['stack', 'heads', 'labels', 'left1', 'left2', 'right1', 'right2'] as const;

/** Tokens whose words, endings and tags the network sees. */
export const TOKEN_POSITIONS = 17;
/** The last of them are dependents, whose labels it sees too. */
export const LABEL_POSITIONS = 10;
/** Distances it sees: from the stack's top to the next word, and between the two topmost. */
export const DISTANCES = 2;
/** Classes of one distance: 0 none, 1 … 10, 11 up to 20, 12 beyond. */
export const DISTANCE_CLASSES = 13;

/** Writes the words at each position. */
export function readPositions(state: ParserState, out: Int32Array): void {
  const { stack, depth, next, count, left1, left2, right1, right2 } = state;
  const nothing = count + 1;
  const top = depth > 0 ? stack[depth - 1] : nothing;
  const second = depth > 1 ? stack[depth - 2] : nothing;
  out[0] = top;
  out[1] = second;
  out[2] = depth > 2 ? stack[depth - 3] : nothing;
  out[3] = next;
  out[4] = next + 1 <= count ? next + 1 : nothing;
  out[5] = next + 2 <= count ? next + 2 : nothing;
  out[6] = next + 3 <= count ? next + 3 : nothing;
  out[7] = left1[top];
  out[8] = left2[top];
  out[9] = right1[top];
  out[10] = right2[top];
  out[11] = left1[second];
  out[12] = left2[second];
  out[13] = right1[second];
  out[14] = right2[second];
  out[15] = left1[next];
  out[16] = left2[next];
}

/** Class of a distance between two words; 0 where the first is missing. */
export function distanceClass(from: number, to: number, nothing: number): number {
  if (from === nothing) return 0;
  const distance = to - from;
  return distance > 20 ? 12 : distance > 10 ? 11 : distance;
}
