import { describe, expect, it } from 'vitest';
import type { ComponentsAnswer } from '#wire/http/component.ts';
import { cellsOf, ComponentTiles } from '#client/layers/components/component-tiles.ts';

const one: ComponentsAnswer['components'][number] = {
  code: '1201010101000001',
  categoryKey: 'gbt30428.2-2013:component:0101',
  position: { lon: 117.205, lat: 39.105 },
  state: 'intact',
  simulated: true,
};

describe('the cells of a map', () => {
  it('cover its box with fixed edges, and are none when it is too wide', () => {
    expect(cellsOf([117.201, 39.101, 117.209, 39.109])).toEqual(['117.20,39.10,117.22,39.12']);
    expect(cellsOf([117.21, 39.11, 117.23, 39.13])).toHaveLength(4);
    expect(cellsOf([117, 39, 118, 40])).toEqual([]);
    expect(cellsOf([Number.NaN, 0, 0, 0])).toEqual([]);
  });
});

describe('components of what a map shows', () => {
  const box = [117.201, 39.101, 117.209, 39.109] as const;

  it('are asked for once, told when they are there, and asked for again in their time', async () => {
    let at = 0;
    const asked: string[] = [];
    const tiles = new ComponentTiles(
      async (bbox) => {
        asked.push(bbox);
        return { version: '1', components: [one] };
      },
      () => at,
    );
    expect(tiles.within(box)).toEqual([]);
    await new Promise<void>((resolve) => {
      tiles.subscribe(resolve);
    });
    expect(tiles.within(box)).toEqual([one]);
    expect(asked).toHaveLength(1);
    at = 11 * 60_000;
    expect(tiles.within(box)).toEqual([one]);
    expect(asked).toHaveLength(2);
  });

  it('are none when they cannot be had', async () => {
    const tiles = new ComponentTiles(() => Promise.reject(new Error('down')));
    expect(tiles.within(box)).toEqual([]);
    await Promise.resolve();
    expect(tiles.within(box)).toEqual([]);
  });
});
