import { describe, expect, it } from 'vitest';
import { judgeTexts, type Sides } from '../../../../scripts/glass/judge/texts.ts';
import type { ProbedText } from '../../../../scripts/glass/in-page/probe.ts';
import type { Picture } from '../../../../scripts/glass/measure/picture.ts';

const SIZE = { width: 200, height: 100 };
const nowhere: Sides = { left: false, right: false, top: false, bottom: false };

/** A black picture with white letters all over, and the same without them. */
function painted(value: number): Picture {
  return { ...SIZE, channels: 3, data: new Uint8Array(SIZE.width * SIZE.height * 3).fill(value) };
}

function judged(texts: readonly Partial<ProbedText>[], neighbours: Sides = nowhere): string[] {
  const whole: ProbedText[] = texts.map((text) => ({
    text: 'Baodi',
    where: 'label',
    em: 20,
    weight: 500,
    lines: [],
    window: { x: 0, y: 0, ...SIZE },
    shortened: false,
    mayShorten: false,
    mayYield: false,
    ...text,
  }));
  const hanging = { scale: 1, mmPerPixel: 1, distance: 2_000, neighbours };
  const { findings } = judgeTexts(whole, { size: SIZE, picture: painted(255), without: painted(0), hanging });
  return findings.map(({ kind, level }) => `${level} ${kind}`);
}

describe('a text at the edge of a screen', () => {
  const across = { lines: [{ x: 40, y: 88, width: 60, height: 24 }] };
  const beyond = { lines: [{ x: 40, y: 97, width: 60, height: 24 }] };
  const below: Sides = { ...nowhere, bottom: true };

  it('is cut and off the wall where the wall ends', () => {
    expect(judged([across])).toEqual(['breach off-screen', 'breach cut']);
    expect(judged([beyond])).toContain('breach off-screen');
  });

  it('lies across a join where the wall goes on, and is judged by the screen that has most of it', () => {
    expect(judged([across], below)).toEqual(['warning off-screen']);
    expect(judged([beyond], below)).toEqual([]);
  });

  it('is still cut by its own panel', () => {
    expect(judged([{ ...across, window: { x: 0, y: 0, width: 200, height: 90 } }], below)).toContain('breach cut');
  });
});

describe('a text that may be left out whole', () => {
  const window = { x: 0, y: 0, width: 200, height: 30 };
  const second = { window, lines: [{ x: 0, y: 31, width: 60, height: 24 }] };

  it('is no breach when nothing of it is seen, and one when a part of it is', () => {
    expect(judged([{ ...second, mayYield: true }])).toEqual([]);
    expect(judged([{ ...second, mayYield: true, lines: [{ x: 0, y: 20, width: 60, height: 24 }] }])).toContain(
      'breach cut',
    );
  });

  it('is one for any other text', () => {
    expect(judged([second])).toContain('breach cut');
  });
});
