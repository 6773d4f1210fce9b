import type { RunningClock } from '#domain/case/case.ts';
import type { RestatedClocks } from '#domain/case/restated.ts';

/** Bytes of one case: id, version, two clocks. */
const CASE_BYTES = 54;
const STAGE_AT = 8;
const WHOLE_AT = 31;

const RUNS = 1;
const WORKING = 2;
const PROVISIONAL = 4;

/** Restated cases as bytes, 54 each: a change of calendar touches a hundred thousand at once. */
export function encodeRestated(cases: readonly RestatedClocks[]): Buffer {
  const bytes = Buffer.alloc(cases.length * CASE_BYTES);
  cases.forEach(({ id, version, stageClock, wholeClock }, index) => {
    const at = index * CASE_BYTES;
    bytes.writeInt32LE(id, at);
    bytes.writeInt32LE(version, at + 4);
    writeClock(bytes, at + STAGE_AT, stageClock);
    writeClock(bytes, at + WHOLE_AT, wholeClock);
  });
  return bytes;
}

/** @throws RangeError for bytes of another length than whole cases have. */
export function decodeRestated(bytes: Buffer): RestatedClocks[] {
  if (bytes.length % CASE_BYTES !== 0) throw new RangeError('a block of restated cases is cut short');
  return Array.from({ length: bytes.length / CASE_BYTES }, (_, index) => {
    const at = index * CASE_BYTES;
    return {
      id: bytes.readInt32LE(at),
      version: bytes.readInt32LE(at + 4),
      stageClock: readClock(bytes, at + STAGE_AT),
      wholeClock: readClock(bytes, at + WHOLE_AT),
    };
  });
}

function writeClock(bytes: Buffer, at: number, clock: RunningClock | null): void {
  if (clock === null) return;
  const { instance, round, basis, warnAt, dueAt, provisional } = clock;
  bytes.writeUInt8(RUNS | (basis === 'working' ? WORKING : 0) | (provisional ? PROVISIONAL : 0), at);
  bytes.writeUInt16LE(instance, at + 1);
  bytes.writeInt32LE(round, at + 3);
  bytes.writeDoubleLE(warnAt ?? Number.NaN, at + 7);
  bytes.writeDoubleLE(dueAt ?? Number.NaN, at + 15);
}

function readClock(bytes: Buffer, at: number): RunningClock | null {
  const flags = bytes.readUInt8(at);
  if ((flags & RUNS) === 0) return null;
  return {
    instance: bytes.readUInt16LE(at + 1),
    round: bytes.readInt32LE(at + 3),
    basis: (flags & WORKING) === 0 ? 'continuous' : 'working',
    warnAt: instantOf(bytes.readDoubleLE(at + 7)),
    dueAt: instantOf(bytes.readDoubleLE(at + 15)),
    provisional: (flags & PROVISIONAL) !== 0,
  };
}

function instantOf(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
