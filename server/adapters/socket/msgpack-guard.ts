/** Deeper than any message of the protocol. */
const deepest = 16;

/**
 * Whether bytes are one well-formed MessagePack value whose lengths are true. The decoder in use believes lengths it is
 * told: five bytes could make it loop over four billion elements. Costs microseconds for messages of our size.
 */
export function isSoundMsgpack(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** Values still to come, by depth. */
  const open: number[] = [1];
  let offset = 0;
  const has = (size: number) => offset + size <= bytes.length;
  const length = (size: 1 | 2 | 4): number => {
    if (!has(size)) return NaN;
    const value = size === 1 ? view.getUint8(offset) : size === 2 ? view.getUint16(offset) : view.getUint32(offset);
    offset += size;
    return value;
  };
  while (open.length > 0) {
    const left = open.at(-1) as number;
    if (left === 0) {
      open.pop();
      continue;
    }
    open[open.length - 1] = left - 1;
    if (!has(1)) return false;
    const { skip, children } = read(bytes[offset++] as number, length);
    if (!(skip >= 0) || !has(skip)) return false;
    offset += skip;
    if (children === 0) continue;
    // Every child takes a byte at least, so a count beyond the bytes left is a lie.
    if (!(children <= bytes.length - offset) || open.length >= deepest) return false;
    open.push(children);
  }
  return offset === bytes.length;
}

type Read = { skip: number; children: number };

const fixed: Readonly<Record<number, number>> = {
  0xc0: 0,
  0xc2: 0,
  0xc3: 0,
  0xca: 4,
  0xcb: 8,
  0xcc: 1,
  0xcd: 2,
  0xce: 4,
  0xcf: 8,
  0xd0: 1,
  0xd1: 2,
  0xd2: 4,
  0xd3: 8,
  0xd4: 2,
  0xd5: 3,
  0xd6: 5,
  0xd7: 9,
  0xd8: 17,
};

function read(prefix: number, length: (size: 1 | 2 | 4) => number): Read {
  if (prefix < 0x80 || prefix >= 0xe0) return { skip: 0, children: 0 };
  if (prefix < 0x90) return { skip: 0, children: (prefix & 0x0f) * 2 };
  if (prefix < 0xa0) return { skip: 0, children: prefix & 0x0f };
  if (prefix < 0xc0) return { skip: prefix & 0x1f, children: 0 };
  const size = fixed[prefix];
  if (size !== undefined) return { skip: size, children: 0 };
  switch (prefix) {
    case 0xc4:
    case 0xd9:
      return { skip: length(1), children: 0 };
    case 0xc5:
    case 0xda:
      return { skip: length(2), children: 0 };
    case 0xc6:
    case 0xdb:
      return { skip: length(4), children: 0 };
    case 0xc7:
      return { skip: length(1) + 1, children: 0 };
    case 0xc8:
      return { skip: length(2) + 1, children: 0 };
    case 0xc9:
      return { skip: length(4) + 1, children: 0 };
    case 0xdc:
      return { skip: 0, children: length(2) };
    case 0xdd:
      return { skip: 0, children: length(4) };
    case 0xde:
      return { skip: 0, children: length(2) * 2 };
    case 0xdf:
      return { skip: 0, children: length(4) * 2 };
    default:
      return { skip: NaN, children: 0 };
  }
}
