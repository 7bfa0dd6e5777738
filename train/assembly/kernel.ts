// Integer arithmetic of the networks (see src/language/kernel.ts), 128 bits at a time.

// to[j] = clamp(floor((Σₖ inputs[k] · weights[k][j]) · scale + ½) − base[j]) for j < width, where inputs[k] is
// floor(embedding[k] · factor · scales[k] + ½). The embeddings come in parts, listed as (address, width, factor);
// weights lie in blocks of 32 columns, in each of them pair by pair, so that they are read from first to last.
export function makeRow(
  parts: usize,
  count: i32,
  scales: usize,
  inputs: usize,
  weights: usize,
  base: usize,
  to: usize,
  width: i32,
  scale: f32,
): void {
  const lastInput = spread(parts, count, scales, inputs);
  const factor = f32x4.splat(scale);
  const half = f32x4.splat(0.5);
  let w = weights;
  for (let o: usize = 0; o < (<usize>width) << 1; o += 64) {
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    for (let input = inputs; input < lastInput; input += 4) {
      const x = v128.load32_splat(input);
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load8x8_s(w)));
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 8)));
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 16)));
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 24)));
      s4 = i32x4.add(s4, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 32)));
      s5 = i32x4.add(s5, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 40)));
      s6 = i32x4.add(s6, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 48)));
      s7 = i32x4.add(s7, i32x4.dot_i16x8_s(x, v128.load8x8_s(w, 56)));
      w += 64;
    }
    storeDifference(to + o, base + o, rounded(s0, factor, half), rounded(s1, factor, half));
    storeDifference(
      to + o + 16,
      base + o + 16,
      rounded(s2, factor, half),
      rounded(s3, factor, half),
    );
    storeDifference(
      to + o + 32,
      base + o + 32,
      rounded(s4, factor, half),
      rounded(s5, factor, half),
    );
    storeDifference(
      to + o + 48,
      base + o + 48,
      rounded(s6, factor, half),
      rounded(s7, factor, half),
    );
  }
}

// Writes the inputs as 16-bit integers; returns where they end.
function spread(parts: usize, count: i32, scales: usize, inputs: usize): usize {
  const lastPart = parts + <usize>count * 12;
  let to = inputs;
  let scale = scales;
  for (let part = parts; part < lastPart; part += 12) {
    let from = <usize>load<u32>(part);
    const end = from + <usize>load<u32>(part, 4);
    const factor = load<f32>(part, 8);
    for (; from < end; from++) {
      const product = <f32>load<i8>(from) * factor * load<f32>(scale);
      store<i16>(to, <i16>Mathf.floor(product + 0.5));
      scale += 4;
      to += 2;
    }
  }
  return to;
}

function storeDifference(to: usize, base: usize, low: v128, high: v128): void {
  const b = v128.load(base);
  v128.store(
    to,
    i16x8.narrow_i32x4_s(
      i32x4.sub(low, i32x4.extend_low_i16x8_s(b)),
      i32x4.sub(high, i32x4.extend_high_i16x8_s(b)),
    ),
  );
}

function rounded(sum: v128, factor: v128, half: v128): v128 {
  const product = f32x4.mul(f32x4.convert_i32x4_s(sum), factor);
  return i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(product, half)));
}

// to[j] = the row's values, shifted right by as little as makes them bytes; returns by how much.
export function packRow(row: usize, to: usize, width: i32): i32 {
  const bytes = (<usize>width) << 1;
  let most = i16x8.splat(0);
  for (let j: usize = 0; j < bytes; j += 16) {
    // The absolute value of −32768 is the largest without a sign.
    most = i16x8.max_u(most, i16x8.abs(v128.load(row + j)));
  }
  let largest = 0;
  for (let k: usize = 0; k < 8; k++) {
    v128.store(to, most);
    largest = max(largest, <i32>load<u16>(to + (k << 1)));
  }
  let shift = 0;
  while ((largest + ((1 << shift) >> 1)) >> shift > 127) shift++;
  const unit = 1 << shift;
  const half = i16x8.splat(<i16>(unit >> 1));
  for (let j: usize = 0; j < bytes; j += 32) {
    const low = i16x8.shr_s(i16x8.add_sat_s(v128.load(row + j), half), shift);
    const high = i16x8.shr_s(i16x8.add_sat_s(v128.load(row + j, 16), half), shift);
    v128.store(to + (j >> 1), i8x16.narrow_i16x8_s(low, high));
  }
  return shift;
}

// hidden[j] = max(0, bias[j] + Σ rows[i][j] << shift[i]) with 16-bit wrapping sums, where a row's address bears its
// shift in its last six bits; writes the pairs of neighbours that are not both zero to `live` as (number, values)
// and returns how many there are.
export function sumRows(
  bias: usize,
  rows: usize,
  count: i32,
  hidden: usize,
  width: i32,
  live: usize,
): i32 {
  const zero = i16x8.splat(0);
  const bytes = (<usize>width) << 1;
  const end = rows + ((<usize>count) << 2);
  memory.copy(hidden, bias, bytes);
  let r = rows;
  // Few rows at a time and each from first to last: the processor fetches ahead what it sees coming.
  for (; r + 12 < end; r += 16) {
    const ra = <usize>load<u32>(r);
    const rb = <usize>load<u32>(r, 4);
    const rc = <usize>load<u32>(r, 8);
    const rd = <usize>load<u32>(r, 12);
    const a = ra & ~63;
    const b = rb & ~63;
    const c = rc & ~63;
    const d = rd & ~63;
    const sa = <i32>(ra & 63);
    const sb = <i32>(rb & 63);
    const sc = <i32>(rc & 63);
    const sd = <i32>(rd & 63);
    for (let j: usize = 0; j < bytes; j += 32) {
      const h = hidden + j;
      const i = j >> 1;
      const s = i16x8.add(shifted(a + i, sa), shifted(b + i, sb));
      const t = i16x8.add(shifted(c + i, sc), shifted(d + i, sd));
      const u = i16x8.add(shifted(a + i + 8, sa), shifted(b + i + 8, sb));
      const v = i16x8.add(shifted(c + i + 8, sc), shifted(d + i + 8, sd));
      v128.store(h, i16x8.add(v128.load(h), i16x8.add(s, t)));
      v128.store(h, i16x8.add(v128.load(h, 16), i16x8.add(u, v)), 16);
    }
  }
  for (; r < end; r += 4) {
    const ra = <usize>load<u32>(r);
    const a = ra & ~63;
    const sa = <i32>(ra & 63);
    for (let j: usize = 0; j < bytes; j += 16) {
      const h = hidden + j;
      v128.store(h, i16x8.add(v128.load(h), shifted(a + (j >> 1), sa)));
    }
  }
  let out = live;
  for (let j: usize = 0; j < bytes; j += 64) {
    const h = hidden + j;
    v128.store(h, i16x8.max_s(v128.load(h), zero));
    v128.store(h, i16x8.max_s(v128.load(h, 16), zero), 16);
    v128.store(h, i16x8.max_s(v128.load(h, 32), zero), 32);
    v128.store(h, i16x8.max_s(v128.load(h, 48), zero), 48);
    for (let k: usize = 0; k < 64; k += 4) {
      const pair = load<u32>(h + k);
      // Written always, kept only if not zero: no branch to mispredict.
      store<u32>(out, <u32>((j + k) >> 2));
      store<u32>(out, pair, 4);
      out += pair !== 0 ? 8 : 0;
    }
  }
  return <i32>((out - live) >> 3);
}

function shifted(row: usize, shift: i32): v128 {
  return i16x8.shl(v128.load8x8_s(row), shift);
}

// scores[c] = bias[c] + Σ hidden[j] · weights[j][c] over the live pairs, in wrapping 32-bit integers.
// Columns are a multiple of 8; `stride` is the distance in bytes between the weights of two pairs.
export function scoreOutputs(
  live: usize,
  count: i32,
  weights: usize,
  stride: usize,
  bias: usize,
  scores: usize,
  columns: i32,
): void {
  const end = live + ((<usize>count) << 3);
  const width = (<usize>columns) << 2;
  let c: usize = 0;
  // As many columns as sums fit the registers.
  for (; c + 160 <= width; c += 160) {
    scoreForty(live, end, weights + c, stride, bias + c, scores + c);
  }
  for (; c < width; c += 32) scoreEight(live, end, weights + c, stride, bias + c, scores + c);
}

function scoreForty(
  live: usize,
  end: usize,
  weights: usize,
  stride: usize,
  bias: usize,
  scores: usize,
): void {
  let s0 = v128.load(bias);
  let s1 = v128.load(bias, 16);
  let s2 = v128.load(bias, 32);
  let s3 = v128.load(bias, 48);
  let s4 = v128.load(bias, 64);
  let s5 = v128.load(bias, 80);
  let s6 = v128.load(bias, 96);
  let s7 = v128.load(bias, 112);
  let s8 = v128.load(bias, 128);
  let s9 = v128.load(bias, 144);
  for (let p = live; p < end; p += 8) {
    const x = v128.load32_splat(p, 4);
    const w = weights + <usize>load<u32>(p) * stride;
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(w)));
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(w, 16)));
    s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load(w, 32)));
    s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load(w, 48)));
    s4 = i32x4.add(s4, i32x4.dot_i16x8_s(x, v128.load(w, 64)));
    s5 = i32x4.add(s5, i32x4.dot_i16x8_s(x, v128.load(w, 80)));
    s6 = i32x4.add(s6, i32x4.dot_i16x8_s(x, v128.load(w, 96)));
    s7 = i32x4.add(s7, i32x4.dot_i16x8_s(x, v128.load(w, 112)));
    s8 = i32x4.add(s8, i32x4.dot_i16x8_s(x, v128.load(w, 128)));
    s9 = i32x4.add(s9, i32x4.dot_i16x8_s(x, v128.load(w, 144)));
  }
  v128.store(scores, s0);
  v128.store(scores, s1, 16);
  v128.store(scores, s2, 32);
  v128.store(scores, s3, 48);
  v128.store(scores, s4, 64);
  v128.store(scores, s5, 80);
  v128.store(scores, s6, 96);
  v128.store(scores, s7, 112);
  v128.store(scores, s8, 128);
  v128.store(scores, s9, 144);
}

// Two pairs at a time, so that the sums do not wait for one another.
function scoreEight(
  live: usize,
  end: usize,
  weights: usize,
  stride: usize,
  bias: usize,
  scores: usize,
): void {
  let s0 = v128.load(bias);
  let s1 = v128.load(bias, 16);
  let t0 = i32x4.splat(0);
  let t1 = t0;
  let p = live;
  for (; p + 8 < end; p += 16) {
    const x = v128.load32_splat(p, 4);
    const w = weights + <usize>load<u32>(p) * stride;
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(w)));
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(w, 16)));
    const y = v128.load32_splat(p, 12);
    const v = weights + <usize>load<u32>(p, 8) * stride;
    t0 = i32x4.add(t0, i32x4.dot_i16x8_s(y, v128.load(v)));
    t1 = i32x4.add(t1, i32x4.dot_i16x8_s(y, v128.load(v, 16)));
  }
  if (p < end) {
    const x = v128.load32_splat(p, 4);
    const w = weights + <usize>load<u32>(p) * stride;
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(w)));
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(w, 16)));
  }
  v128.store(scores, i32x4.add(s0, t0));
  v128.store(scores, i32x4.add(s1, t1), 16);
}
