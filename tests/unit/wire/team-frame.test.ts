import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamColumns } from '#wire/columns.ts';
import { DecodeError } from '#wire/frame-bytes.ts';
import { STEP } from '#wire/team-delta.ts';
import { TeamEncoder } from '#wire/team-encoder.ts';
import { applyTeamFrame, createTeamColumns, decodeTeams, type TeamState } from '#wire/team-frame.ts';

const length = 21;
const fix = fc.record({
  ordinal: fc.integer({ min: 0, max: length - 1 }),
  east: fc.oneof(fc.integer({ min: -700, max: 700 }), fc.integer({ min: -2e6, max: 2e6 })),
  north: fc.integer({ min: -700, max: 700 }),
  heading: fc.oneof(fc.integer({ min: 0, max: 179 }), fc.constant(255)),
  age: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 4000 })),
});

function move(
  columns: TeamColumns,
  second: number,
  {
    ordinal,
    east,
    north,
    heading,
    age,
  }: { ordinal: number; east: number; north: number; heading: number; age: number },
): void {
  const known = columns.fixedAt[ordinal] as number;
  if (known === 0) [columns.lon[ordinal], columns.lat[ordinal]] = [117_200_000, 39_100_000];
  if (second - age <= known) return;
  columns.lon[ordinal] = (columns.lon[ordinal] as number) + east;
  columns.lat[ordinal] = (columns.lat[ordinal] as number) + north;
  columns.heading[ordinal] = heading;
  columns.fixedAt[ordinal] = second - age;
}

describe('team frames', () => {
  it('give every follower the state the encoder keeps, close to the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fix, { maxLength: 15 }), { maxLength: 25 }), (ticks) => {
        const encoder = new TeamEncoder();
        const newest = createTeamColumns(1, length);
        let follower: TeamState | null = null;
        let second = 1_800_000_000;
        for (const fixes of ticks) {
          second += 1;
          for (const each of fixes) move(newest, second, each);
          const frame = encoder.advance(newest);
          if (frame) follower = applyTeamFrame(follower, frame === 'full' ? encoder.full() : frame);
          expect(follower).toEqual(encoder.held);
          expect(decodeTeams(encoder.full())).toEqual(encoder.held);
          for (let at = 0; at < length; at++) {
            if (newest.fixedAt[at] === 0) continue;
            expect(Math.abs((newest.lon[at] as number) - (follower?.lon[at] as number))).toBeLessThanOrEqual(
              STEP.lon / 2,
            );
            expect(Math.abs((newest.lat[at] as number) - (follower?.lat[at] as number))).toBeLessThanOrEqual(
              STEP.lat / 2,
            );
            expect(Math.abs((newest.fixedAt[at] as number) - (follower?.fixedAt[at] as number))).toBeLessThanOrEqual(4);
          }
        }
      }),
    );
  });

  it('asks for a whole frame when a base was missed', () => {
    const encoder = new TeamEncoder();
    const newest = createTeamColumns(1, 3);
    encoder.advance(newest);
    const held = decodeTeams(encoder.full());
    move(newest, 100, { ordinal: 1, east: 0, north: 0, heading: 0, age: 0 });
    encoder.advance(newest);
    move(newest, 101, { ordinal: 1, east: 60, north: 0, heading: 0, age: 0 });
    const late = encoder.advance(newest) as Uint8Array;
    expect(applyTeamFrame(held, late)).toBeNull();
    expect(applyTeamFrame(null, late)).toBeNull();
    expect(applyTeamFrame(null, encoder.full())?.seq).toBe(encoder.seq);
  });

  it('says nothing when nobody was heard', () => {
    const encoder = new TeamEncoder();
    const newest = createTeamColumns(1, 3);
    expect(encoder.advance(newest)).toBe('full');
    expect(encoder.advance(newest)).toBeNull();
  });

  it('has the bytes it always had', () => {
    const encoder = new TeamEncoder();
    const newest = createTeamColumns(2, 2);
    move(newest, 100, { ordinal: 0, east: 0, north: 0, heading: 45, age: 0 });
    encoder.advance(newest);
    expect(Buffer.from(encoder.full()).toString('hex')).toBe(
      '05010000' +
        '02000000' +
        '01000000' +
        '02000000' +
        '7e54fc0600000080' +
        '609e540200000080' +
        '6400000000000000' +
        '2dff',
    );
    move(newest, 101, { ordinal: 0, east: 60, north: -50, heading: 45, age: 0 });
    expect(Buffer.from(encoder.advance(newest) as Uint8Array).toString('hex')).toBe(
      '06010000' +
        '02000000' +
        '01000000' +
        '02000000' +
        '02000000' +
        '65000000' +
        '06' +
        '05' +
        '0000' +
        '0000' +
        '0000' +
        '01' +
        '01' +
        '0af6',
    );
  });

  it('refuses anything else with DecodeError', () => {
    const encoder = new TeamEncoder();
    const newest = createTeamColumns(1, length);
    encoder.advance(newest);
    for (let at = 0; at < length; at++) move(newest, 100, { ordinal: at, east: at, north: 0, heading: at, age: at });
    const good = encoder.advance(newest) as Uint8Array;
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(good.length - 1),
        fc.nat(255),
        (cut, junk, at, value) => {
          const bent = good.slice();
          bent[at] = value;
          for (const bytes of [good.subarray(0, cut), junk, bent, encoder.full().subarray(0, cut)]) {
            try {
              applyTeamFrame({ ...createTeamColumns(1, length), seq: 1 }, bytes);
            } catch (error) {
              expect(error).toBeInstanceOf(DecodeError);
            }
          }
        },
      ),
    );
  });
});
