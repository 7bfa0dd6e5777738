/**
 * Container of trained weights: "TRW1", the header's length (uint32, little-endian), a JSON header,
 * then the named arrays it lists, each on an 8-byte boundary counted from the end of the header.
 */

const arrayKinds = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
};

export type ArrayKind = keyof typeof arrayKinds;
export type WeightArray = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array;

export interface ArrayEntry {
  readonly name: string;
  readonly kind: ArrayKind;
  readonly length: number;
}

export interface WeightsHeader {
  /** Which model this is: "splitter", "tagger", "parser". */
  readonly model: string;
  readonly arrays: readonly ArrayEntry[];
  /** Names and sizes that the model itself needs. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface WeightsFile {
  readonly settings: Readonly<Record<string, unknown>>;
  /** The array of that name; a copy, aligned for its kind. */
  array<K extends ArrayKind>(name: string, kind: K): InstanceType<(typeof arrayKinds)[K]>;
}

const MAGIC = 0x31575254;

/** Reads weights of the given model. Throws where the bytes are something else. */
export function readWeights(bytes: Uint8Array, model: string): WeightsFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new Error(
      `${model} weights: ${bytes.byteLength} bytes that do not begin with "TRW1"; expected the decompressed file of models/. Run "npm run train" to make it again.`,
    );
  }
  const headerEnd = 8 + view.getUint32(4, true);
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(8, headerEnd)),
  ) as WeightsHeader;
  if (header.model !== model) {
    throw new Error(`${model} weights: found those of model "${header.model}"`);
  }
  const places = new Map<string, { entry: ArrayEntry; offset: number }>();
  let offset = headerEnd;
  for (const entry of header.arrays) {
    places.set(entry.name, { entry, offset });
    offset += byteLength(entry);
  }
  return {
    settings: header.settings,
    array(name, kind) {
      const place = places.get(name);
      if (place === undefined || place.entry.kind !== kind) {
        throw new Error(
          `${model} weights: no array "${name}" of kind ${kind}; found ${[...places.keys()].join(', ')}`,
        );
      }
      const from = bytes.byteOffset + place.offset;
      const Kind = arrayKinds[kind];
      const buffer = bytes.buffer.slice(from, from + place.entry.length * Kind.BYTES_PER_ELEMENT);
      return new Kind(buffer as ArrayBuffer) as InstanceType<(typeof arrayKinds)[typeof kind]>;
    },
  };
}

/** Bytes of a weights file; `readWeights` reads them back. */
export function writeWeights(
  model: string,
  settings: Readonly<Record<string, unknown>>,
  arrays: Readonly<Record<string, WeightArray>>,
): Uint8Array {
  const entries = Object.entries(arrays).map(([name, array]) => ({
    name,
    kind: kindOf(array),
    length: array.length,
  }));
  const header = new TextEncoder().encode(JSON.stringify({ model, arrays: entries, settings }));
  const total = 8 + header.length + entries.reduce((sum, entry) => sum + byteLength(entry), 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, 8);
  let offset = 8 + header.length;
  for (const entry of entries) {
    const array = arrays[entry.name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += byteLength(entry);
  }
  return bytes;
}

function byteLength(entry: ArrayEntry): number {
  return Math.ceil((entry.length * arrayKinds[entry.kind].BYTES_PER_ELEMENT) / 8) * 8;
}

function kindOf(array: WeightArray): ArrayKind {
  for (const [kind, Kind] of Object.entries(arrayKinds)) {
    if (array instanceof Kind) return kind as ArrayKind;
  }
  throw new Error(`cannot store ${Object.prototype.toString.call(array)}`);
}
