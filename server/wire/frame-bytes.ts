/** Bytes that are no frame of ours: too short, too long, of another version, or with a value that cannot be. */
export class DecodeError extends Error {
  override name = 'DecodeError';
}

/** First byte of every binary message. */
export const FRAME_TYPE = {
  caseSnapshot: 1,
  caseDelta: 2,
  heat: 3,
  places: 4,
  teams: 5,
  teamDelta: 6,
  replay: 7,
} as const;
export type FrameType = (typeof FRAME_TYPE)[keyof typeof FRAME_TYPE];

/** Layout version of each frame, its second byte. A changed layout takes the next number and a new PROTOCOL_VERSION. */
export const FRAME_LAYOUT: Readonly<Record<keyof typeof FRAME_TYPE, number>> = {
  caseSnapshot: 1,
  caseDelta: 1,
  heat: 1,
  places: 1,
  teams: 1,
  teamDelta: 1,
  replay: 1,
};

/** Type byte, layout byte, two zero bytes: keeps what follows on a multiple of four. */
const headBytes = 4;

type FrameName = keyof typeof FRAME_TYPE;

/** What a browser hands over is an ArrayBuffer, what Node hands over a Buffer; both are taken. */
export type FrameBytes = Uint8Array | ArrayBuffer;

/** Writes one frame into a buffer of exactly its size; little-endian, as every browser's and server's own memory is. */
export class FrameWriter {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private offset = headBytes;

  /** @param size bytes after the four-byte head. */
  constructor(name: FrameName, size: number) {
    const buffer = new ArrayBuffer(headBytes + size);
    this.bytes = new Uint8Array(buffer);
    this.view = new DataView(buffer);
    this.bytes[0] = FRAME_TYPE[name];
    this.bytes[1] = FRAME_LAYOUT[name];
  }

  u8(value: number): void {
    this.view.setUint8(this.offset, value);
    this.offset += 1;
  }

  i8(value: number): void {
    this.view.setInt8(this.offset, value);
    this.offset += 1;
  }

  u16(value: number): void {
    this.view.setUint16(this.offset, value, true);
    this.offset += 2;
  }

  u32(value: number): void {
    this.view.setUint32(this.offset, value, true);
    this.offset += 4;
  }

  i32(value: number): void {
    this.view.setInt32(this.offset, value, true);
    this.offset += 4;
  }

  f64(value: number): void {
    this.view.setFloat64(this.offset, value, true);
    this.offset += 8;
  }

  /** Copies the first `length` elements of a column. */
  column(values: Uint32Array | Int32Array | Uint16Array | Uint8Array, length: number): void {
    const size = length * values.BYTES_PER_ELEMENT;
    this.bytes.set(new Uint8Array(values.buffer, values.byteOffset, size), this.offset);
    this.offset += size;
  }
}

/** Reads one frame; every method throws DecodeError rather than read past the end. */
export class FrameReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly name: FrameName;
  private offset = headBytes;

  constructor(name: FrameName, given: FrameBytes) {
    const bytes = toBytes(given);
    if (bytes.length < headBytes) throw new DecodeError(`${name}: ${bytes.length} bytes are too short for a frame`);
    if (bytes[0] !== FRAME_TYPE[name]) throw new DecodeError(`${name}: a frame of type ${bytes[0]} came instead`);
    if (bytes[1] !== FRAME_LAYOUT[name]) throw new DecodeError(`${name}: layout ${bytes[1]} is not known here`);
    // Columns are views into the frame, and views need aligned memory. (A Buffer's slice() would be no copy.)
    this.bytes = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    this.name = name;
  }

  get left(): number {
    return this.bytes.length - this.offset;
  }

  u8(): number {
    return this.view.getUint8(this.take(1));
  }

  i8(): number {
    return this.view.getInt8(this.take(1));
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  i32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  f64(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  u8Column(length: number): Uint8Array {
    const at = this.take(length);
    return this.bytes.subarray(at, at + length);
  }

  u16Column(length: number): Uint16Array {
    return new Uint16Array(this.bytes.buffer, this.bytes.byteOffset + this.take(length * 2), length);
  }

  u32Column(length: number): Uint32Array {
    return new Uint32Array(this.bytes.buffer, this.bytes.byteOffset + this.take(length * 4), length);
  }

  i32Column(length: number): Int32Array {
    return new Int32Array(this.bytes.buffer, this.bytes.byteOffset + this.take(length * 4), length);
  }

  /** A frame that is longer than its counts say is as wrong as one that is shorter. */
  end(): void {
    if (this.left !== 0) throw this.error(`${this.left} bytes are left over`);
  }

  error(what: string): DecodeError {
    return new DecodeError(`${this.name}: ${what}`);
  }

  private take(size: number): number {
    if (size > this.left) throw this.error(`cut short: ${size} bytes wanted, ${this.left} left`);
    const at = this.offset;
    this.offset += size;
    return at;
  }
}

/** Type byte of a frame, or null for an empty one. */
export function frameTypeOf(given: FrameBytes): number | null {
  return toBytes(given)[0] ?? null;
}

function toBytes(given: FrameBytes): Uint8Array {
  return given instanceof ArrayBuffer ? new Uint8Array(given) : given;
}
