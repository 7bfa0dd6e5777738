// Arithmetic for training, on 32-bit floats in linear memory. Pointers and strides are in bytes and elements.

// c[rows × columns] += a[rows × inner] · b[inner × columns]; rows a multiple of 4, columns of 8.
export function multiply(a: usize, b: usize, c: usize, rows: i32, columns: i32, inner: i32): void {
  const stride = (<usize>columns) << 2;
  const aStride = (<usize>inner) << 2;
  for (let j = 0; j < columns; j += 8) {
    for (let i = 0; i < rows; i += 4) {
      let a0 = a + <usize>i * aStride;
      let a1 = a0 + aStride;
      let a2 = a1 + aStride;
      let a3 = a2 + aStride;
      let s00 = f32x4.splat(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      let bp = b + ((<usize>j) << 2);
      for (let k = 0; k < inner; k++) {
        const b0 = v128.load(bp);
        const b1 = v128.load(bp, 16);
        bp += stride;
        let x = v128.load32_splat(a0);
        a0 += 4;
        s00 = f32x4.add(s00, f32x4.mul(x, b0));
        s01 = f32x4.add(s01, f32x4.mul(x, b1));
        x = v128.load32_splat(a1);
        a1 += 4;
        s10 = f32x4.add(s10, f32x4.mul(x, b0));
        s11 = f32x4.add(s11, f32x4.mul(x, b1));
        x = v128.load32_splat(a2);
        a2 += 4;
        s20 = f32x4.add(s20, f32x4.mul(x, b0));
        s21 = f32x4.add(s21, f32x4.mul(x, b1));
        x = v128.load32_splat(a3);
        a3 += 4;
        s30 = f32x4.add(s30, f32x4.mul(x, b0));
        s31 = f32x4.add(s31, f32x4.mul(x, b1));
      }
      let cp = c + <usize>i * stride + ((<usize>j) << 2);
      addTo(cp, s00, s01);
      cp += stride;
      addTo(cp, s10, s11);
      cp += stride;
      addTo(cp, s20, s21);
      cp += stride;
      addTo(cp, s30, s31);
    }
  }
}

function addTo(pointer: usize, low: v128, high: v128): void {
  v128.store(pointer, f32x4.add(v128.load(pointer), low));
  v128.store(pointer, f32x4.add(v128.load(pointer, 16), high), 16);
}

// to[columns × rows] = from[rows × columns] transposed; both multiples of 4.
export function transpose(from: usize, to: usize, rows: i32, columns: i32): void {
  const stride = (<usize>columns) << 2;
  const toStride = (<usize>rows) << 2;
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < columns; j += 4) {
      const p = from + <usize>i * stride + ((<usize>j) << 2);
      const r0 = v128.load(p);
      const r1 = v128.load(p + stride);
      const r2 = v128.load(p + 2 * stride);
      const r3 = v128.load(p + 3 * stride);
      const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const b = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const c = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const q = to + <usize>j * toStride + ((<usize>i) << 2);
      v128.store(q, v128.shuffle<f64>(a, c, 0, 2));
      v128.store(q + toStride, v128.shuffle<f64>(a, c, 1, 3));
      v128.store(q + 2 * toStride, v128.shuffle<f64>(b, d, 0, 2));
      v128.store(q + 3 * toStride, v128.shuffle<f64>(b, d, 1, 3));
    }
  }
}

// One step of Adam (Kingma & Ba 2015) on `count` values (a multiple of 4); clears the gradient.
export function adam(
  values: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  correction1: f32,
  correction2: f32,
): void {
  const zero = f32x4.splat(0);
  const b1 = f32x4.splat(beta1);
  const c1 = f32x4.splat(1 - beta1);
  const b2 = f32x4.splat(beta2);
  const c2 = f32x4.splat(1 - beta2);
  const scale = f32x4.splat(rate / correction1);
  const inverse = f32x4.splat(1 / correction2);
  const epsilon = f32x4.splat(1e-7);
  for (let o: usize = 0; o < (<usize>count) << 2; o += 16) {
    const g = v128.load(gradient + o);
    const m = f32x4.add(f32x4.mul(b1, v128.load(first + o)), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(second + o)), f32x4.mul(c2, f32x4.mul(g, g)));
    v128.store(first + o, m);
    v128.store(second + o, v);
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, inverse)), epsilon);
    const change = f32x4.div(f32x4.mul(scale, m), root);
    v128.store(values + o, f32x4.sub(v128.load(values + o), change));
    v128.store(gradient + o, zero);
  }
}

// to = keep · to + (1 − keep) · from
export function average(to: usize, from: usize, count: i32, keep: f32): void {
  const k = f32x4.splat(keep);
  const rest = f32x4.splat(1 - keep);
  for (let o: usize = 0; o < (<usize>count) << 2; o += 16) {
    const kept = f32x4.mul(k, v128.load(to + o));
    v128.store(to + o, f32x4.add(kept, f32x4.mul(rest, v128.load(from + o))));
  }
}
