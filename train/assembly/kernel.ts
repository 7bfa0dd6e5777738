// Integer arithmetic of the networks (see src/language/kernel.ts), 128 bits at a time.

// to[j] = clamp(floor((Σₖ inputs[k] · weights[k][j]) · scale + ½) − base[j]) for j < width. The inputs come
// in parts, listed as (address, number of pairs); weights lie in pairs of rows.
export function makeRow(
  parts: usize,
  count: i32,
  weights: usize,
  base: usize,
  to: usize,
  width: i32,
  scale: f32,
): void {
  const stride = (<usize>width) << 2;
  const lastPart = parts + ((<usize>count) << 3);
  const factor = f32x4.splat(scale);
  const half = f32x4.splat(0.5);
  for (let j: usize = 0; j < stride; j += 128) {
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    let w = weights + j;
    for (let part = parts; part < lastPart; part += 8) {
      let input = <usize>load<u32>(part);
      const end = input + ((<usize>load<u32>(part, 4)) << 2);
      for (; input < end; input += 4) {
        const x = v128.load32_splat(input);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(w)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(w, 16)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load(w, 32)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load(w, 48)));
        s4 = i32x4.add(s4, i32x4.dot_i16x8_s(x, v128.load(w, 64)));
        s5 = i32x4.add(s5, i32x4.dot_i16x8_s(x, v128.load(w, 80)));
        s6 = i32x4.add(s6, i32x4.dot_i16x8_s(x, v128.load(w, 96)));
        s7 = i32x4.add(s7, i32x4.dot_i16x8_s(x, v128.load(w, 112)));
        w += stride;
      }
    }
    const o = j >> 1;
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

// hidden[j] = max(0, Σ rows[i][j]) with 16-bit wrapping sums; writes the pairs of neighbours that are
// not both zero to `live` as (number, values) and returns how many there are.
export function sumRows(rows: usize, count: i32, hidden: usize, width: i32, live: usize): i32 {
  const zero = i16x8.splat(0);
  const end = rows + ((<usize>count) << 2);
  let out = live;
  for (let j: usize = 0; j < (<usize>width) << 1; j += 64) {
    let s = zero;
    let t = zero;
    let u = zero;
    let v = zero;
    for (let r = rows; r < end; r += 4) {
      const p = <usize>load<u32>(r) + j;
      s = i16x8.add(s, v128.load(p));
      t = i16x8.add(t, v128.load(p, 16));
      u = i16x8.add(u, v128.load(p, 32));
      v = i16x8.add(v, v128.load(p, 48));
    }
    v128.store(hidden + j, i16x8.max_s(s, zero));
    v128.store(hidden + j, i16x8.max_s(t, zero), 16);
    v128.store(hidden + j, i16x8.max_s(u, zero), 32);
    v128.store(hidden + j, i16x8.max_s(v, zero), 48);
    for (let k: usize = 0; k < 64; k += 4) {
      const pair = load<u32>(hidden + j + k);
      // Written always, kept only if not zero: no branch to mispredict.
      store<u32>(out, <u32>((j + k) >> 2));
      store<u32>(out, pair, 4);
      out += pair != 0 ? 8 : 0;
    }
  }
  return <i32>((out - live) >> 3);
}

// scores[c] = bias[c] + Σ hidden[j] · weights[j][c] over the live pairs, in wrapping 32-bit integers;
// columns are a multiple of 40, so that the sums of a block stay in registers.
export function scoreOutputs(
  live: usize,
  count: i32,
  weights: usize,
  bias: usize,
  scores: usize,
  columns: i32,
): void {
  const stride = (<usize>columns) << 2;
  const end = live + ((<usize>count) << 3);
  for (let c: usize = 0; c < stride; c += 160) {
    let s0 = v128.load(bias + c);
    let s1 = v128.load(bias + c, 16);
    let s2 = v128.load(bias + c, 32);
    let s3 = v128.load(bias + c, 48);
    let s4 = v128.load(bias + c, 64);
    let s5 = v128.load(bias + c, 80);
    let s6 = v128.load(bias + c, 96);
    let s7 = v128.load(bias + c, 112);
    let s8 = v128.load(bias + c, 128);
    let s9 = v128.load(bias + c, 144);
    const first = weights + c;
    for (let p = live; p < end; p += 8) {
      const x = v128.load32_splat(p, 4);
      const w = first + <usize>load<u32>(p) * stride;
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
    v128.store(scores + c, s0);
    v128.store(scores + c, s1, 16);
    v128.store(scores + c, s2, 32);
    v128.store(scores + c, s3, 48);
    v128.store(scores + c, s4, 64);
    v128.store(scores + c, s5, 80);
    v128.store(scores + c, s6, 96);
    v128.store(scores + c, s7, 112);
    v128.store(scores + c, s8, 128);
    v128.store(scores + c, s9, 144);
  }
}
