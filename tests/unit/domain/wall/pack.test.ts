import { describe, expect, it } from 'vitest';
import { pack } from '#domain/wall/pack.ts';
import { glassOf, narrowed } from '#domain/wall/cells.ts';
import { gridWall } from './walls.ts';

describe('two panels as one block', () => {
  const pair = [['hourly', 'categories']] as const;

  it('stand side by side, the one of words wider', () => {
    const [hourly, categories] = pack([{ x: 0, y: 0, width: 50, height: 20 }], pair);
    expect(hourly).toMatchObject({ x: 0, y: 0, width: 23, height: 20 });
    expect(categories).toMatchObject({ x: 23, y: 0, width: 27, height: 20 });
  });

  it('stand over one another where they would be narrow and high', () => {
    const [hourly, categories] = pack([{ x: 0, y: 0, width: 64, height: 44 }], pair);
    expect(hourly).toMatchObject({ x: 0, y: 0, width: 64, height: 22 });
    expect(categories).toMatchObject({ x: 0, y: 22, width: 64, height: 22 });
  });

  it('stay side by side where both are wide', () => {
    const [hourly, categories] = pack([{ x: 0, y: 0, width: 128, height: 44 }], pair);
    expect(hourly?.y).toBe(categories?.y);
  });
});

it('counts no screen that a line only runs along', () => {
  const { columns } = glassOf(gridWall({ columns: 2, width: 1_210, height: 681, bezel: 3.5 }), 6.305);
  const [, last] = columns;
  if (last === undefined) throw new Error('two columns were hung');
  expect(narrowed(last, 0, last.x + 1e-9).cells).toEqual([]);
});

it('puts what is spare only where a segment would be empty', () => {
  const segments = [
    { x: 0, y: 0, width: 60, height: 50 },
    { x: 0, y: 50, width: 60, height: 40 },
  ];
  const panelsOf = (spare: Parameters<typeof pack>[2]) =>
    pack(segments, [['alert-lane']], spare).map((one) => one.panel);
  expect(panelsOf([['league']])).toEqual(['alert-lane', 'league']);
  expect(panelsOf([['league-table'], ['league'], ['hourly']])).toEqual(['alert-lane', 'league']);
  expect(pack([{ x: 0, y: 0, width: 60, height: 90 }], [['alert-lane']], [['league']])).toHaveLength(1);
});
