/** One example for a linear classifier. */
export interface Example {
  /** Feature numbers; one may stand several times. */
  readonly features: Int32Array;
  /** Bit set of the classes that would be right. */
  readonly right: number;
  readonly weight: number;
}

export interface LogisticOptions {
  readonly classes: number;
  readonly features: number;
  /** Strength of the pull towards zero, as the inverse variance of a weight. */
  readonly ridge: number;
  readonly iterations: number;
}

/** Corrections that the optimizer remembers. */
const memory = 8;

/**
 * Weights of a multinomial logistic regression, a row of `classes` values a feature, by L-BFGS on the whole sum of
 * losses. An example with several right classes asks for one of them. Comes out the same in every run.
 */
export function fitLogistic(examples: readonly Example[], options: LogisticOptions): Float64Array {
  const size = options.classes * options.features;
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = lossOf(examples, weights, gradient, options);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const direction = downhill(gradient, steps, changes);
    const slope = dot(direction, gradient);
    let rate = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 20; attempt++) {
      for (let at = 0; at < size; at++) next[at] = weights[at] + rate * direction[at];
      nextLoss = lossOf(examples, next, nextGradient, options);
      if (nextLoss <= loss + 1e-4 * rate * slope) break;
      rate /= 2;
    }
    if (!(nextLoss < loss)) break;
    const step = new Float64Array(size);
    const change = new Float64Array(size);
    for (let at = 0; at < size; at++) {
      step[at] = next[at] - weights[at];
      change[at] = nextGradient[at] - gradient[at];
    }
    if (dot(step, change) > 1e-12) {
      steps.push(step);
      changes.push(change);
      if (steps.length > memory) {
        steps.shift();
        changes.shift();
      }
    }
    const gain = loss - nextLoss;
    weights = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (gain < 1e-4 * Math.abs(loss)) break;
  }
  return weights;
}

/** Adds up the loss; writes its gradient. */
function lossOf(
  examples: readonly Example[],
  weights: Float64Array,
  gradient: Float64Array,
  { classes, ridge }: LogisticOptions,
): number {
  let loss = 0;
  for (let at = 0; at < weights.length; at++) {
    loss += 0.5 * ridge * weights[at] * weights[at];
    gradient[at] = ridge * weights[at];
  }
  const chances = new Float64Array(classes);
  for (const { features, right, weight } of examples) {
    chancesOf(features, weights, chances);
    let hit = 0;
    for (let one = 0; one < classes; one++) if (right & (1 << one)) hit += chances[one];
    hit = Math.max(hit, 1e-300);
    loss -= weight * Math.log(hit);
    for (let one = 0; one < classes; one++) {
      const wanted = right & (1 << one) ? chances[one] / hit : 0;
      chances[one] = weight * (chances[one] - wanted);
    }
    for (let at = 0; at < features.length; at++) {
      const from = features[at] * classes;
      for (let one = 0; one < classes; one++) gradient[from + one] += chances[one];
    }
  }
  return loss;
}

/** Probability of each class, written into `chances`. */
export function chancesOf(
  features: Int32Array,
  weights: Float64Array,
  chances: Float64Array,
): void {
  const classes = chances.length;
  chances.fill(0);
  for (let at = 0; at < features.length; at++) {
    const from = features[at] * classes;
    for (let one = 0; one < classes; one++) chances[one] += weights[from + one];
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let one = 0; one < classes; one++) highest = Math.max(highest, chances[one]);
  let sum = 0;
  for (let one = 0; one < classes; one++) {
    chances[one] = Math.exp(chances[one] - highest);
    sum += chances[one];
  }
  for (let one = 0; one < classes; one++) chances[one] /= sum;
}

/** Two-loop recursion: minus the gradient through what is known of the curvature. */
function downhill(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const share = dot(steps[k], direction) / dot(steps[k], changes[k]);
    shares[k] = share;
    addTo(direction, changes[k], -share);
  }
  const last = steps.length - 1;
  if (last >= 0) {
    const scale = dot(steps[last], changes[last]) / dot(changes[last], changes[last]);
    for (let at = 0; at < direction.length; at++) direction[at] *= scale;
  }
  for (let k = 0; k < steps.length; k++) {
    const share = dot(changes[k], direction) / dot(steps[k], changes[k]);
    addTo(direction, steps[k], shares[k] - share);
  }
  return direction;
}

function addTo(into: Float64Array, from: Float64Array, factor: number): void {
  for (let at = 0; at < into.length; at++) into[at] += factor * from[at];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}
