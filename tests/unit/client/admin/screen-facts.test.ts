import { describe, expect, it } from 'vitest';
import { doubtsOf, pixelsOf, turned } from '#client/admin/screens/screen-facts.ts';
import { newProgram } from '#domain/wall/program.ts';
import type { Screen } from '#domain/wall/wall.ts';
import { screenOperations } from '#wire/http/operations/screens.ts';

const example = screenOperations.listScreens.answer.example.screens[0];
if (example === undefined) throw new Error('the document has an example');
const { report, skew } = example;
const hung: Screen = {
  ...{ id: '2', x: 1_000, y: 100, width: 1_600, height: 900 },
  ...{ pixels: { width: 1_920, height: 1_080 }, rotation: 270 },
};

describe('what a screen tells', () => {
  it('raises no doubt when all is well', () => {
    expect([...doubtsOf({ report, skew }, hung, '1.2.3')]).toEqual([]);
    expect([...doubtsOf({ report: null, skew: null }, null, '1.2.3')]).toEqual([]);
  });

  it('raises doubts where it is slow, out of step, of another build or another size', () => {
    const painted = {
      ...report.painted,
      framesPerSecond: 8,
      heapMb: 1_800,
      window: { width: 1_280, height: 720, ratio: 1 },
    };
    const far = { ms: 40, uncertaintyMs: 3, frames: 2.4 };
    const found = doubtsOf({ report: { ...report, painted }, skew: far }, hung, '1.2.4');
    expect([...found]).toEqual(['frames', 'skew', 'heap', 'build', 'window']);
  });

  it('does not blame a screen for what its clock may be off', () => {
    const unsure = { ms: 40, uncertaintyMs: 60, frames: 2.4 };
    expect(doubtsOf({ report, skew: unsure }, hung, '1.2.3').has('skew')).toBe(false);
  });

  it('counts device pixels', () => {
    expect(pixelsOf({ ...report.painted, window: { width: 1_280, height: 720, ratio: 1.5 } })).toEqual(hung.pixels);
  });
});

describe('a screen that is turned', () => {
  const wall = { id: 'w', names: { zh: '', en: '' }, scope: '120000', viewingDistance: 5_000, screens: [hung] };
  const standing = { wall, layouts: {}, program: newProgram(0), version: 1 };

  it('by a quarter hangs about the same middle', () => {
    const [screen] = turned(standing, '2', 90).screens;
    expect(screen).toMatchObject({ rotation: 0, x: 1_350, y: -250, width: 900, height: 1_600, pixels: hung.pixels });
  });

  it('upside down hangs as it did, and the others stay', () => {
    const other = { ...hung, id: '3', x: 3_000 };
    const both = { ...standing, wall: { ...wall, screens: [hung, other] } };
    expect(turned(both, '2', 180).screens).toEqual([{ ...hung, rotation: 90 }, other]);
  });
});
