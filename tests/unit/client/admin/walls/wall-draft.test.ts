import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '#client/admin/walls/presets.ts';
import { readingOf } from '#client/admin/walls/reading.ts';
import { gridOf, isGrid, oneMore, screensOf } from '#client/admin/walls/screen-grid.ts';
import {
  differences,
  faultsOf,
  panelsOf,
  reordered,
  withoutPanels,
  withPanel,
  withPanels,
  type WallDraft,
} from '#client/admin/walls/wall-draft.ts';
import { completed } from '#domain/wall/arrange.ts';
import { screenBreaches } from '#domain/wall/breaches.ts';
import { OVERVIEW } from '#domain/wall/scene.ts';
import { gridWall } from '../../../domain/wall/walls.ts';

const hall = gridWall({ columns: 3, rows: 2, bezel: 3.5, viewingDistance: 4_000 });
const draft: WallDraft = { wall: hall, layouts: {}, playlist: [{ scene: OVERVIEW, seconds: 60 }] };
const [preset] = PRESETS;
if (preset === undefined) throw new Error('no preset');

describe('a grid of screens', () => {
  it('is read back from the screens that it made', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...PRESETS),
        (columns, rows, { width, height, pixels, bezel }) => {
          const grid = { columns, rows, width, height, pixels, bezel };
          const screens = screensOf(grid);
          expect(screenBreaches({ screens })).toEqual([]);
          expect(gridOf(screens)).toEqual(columns * rows === 1 ? { ...grid, bezel: 0 } : grid);
        },
      ),
    );
  });

  it('is none once a screen hangs elsewhere or turned', () => {
    const screens = screensOf({ ...preset, columns: 2, rows: 1 });
    expect(gridOf(screens.map((screen, index) => ({ ...screen, y: index * 40 })))).toBeNull();
    expect(gridOf(screens.map((screen) => ({ ...screen, rotation: 180 as const })))).toBeNull();
  });

  it('has at most as many screens as a wall may have', () => {
    expect(isGrid({ ...preset, columns: 6, rows: 4 })).toBe(true);
    expect(isGrid({ ...preset, columns: 5, rows: 5 })).toBe(false);
    expect(isGrid({ ...preset, columns: 1.5, rows: 1 })).toBe(false);
  });

  it('grows by a screen of the first free number beside it', () => {
    const screens = screensOf({ ...preset, columns: 3, rows: 1 }).filter(({ id }) => id !== '2');
    const more = oneMore(screens, { ...preset, columns: 1, rows: 1 });
    expect(more.id).toBe('2');
    expect(screenBreaches({ screens: [...screens, more] })).toEqual([]);
  });
});

describe('panels placed by hand', () => {
  it('begin where they would stand by themselves, and go back there', () => {
    const arranged = panelsOf(draft, OVERVIEW);
    const byHand = withPanels(draft, 'overview', arranged);
    expect(byHand.layouts.overview).toHaveLength(arranged.length);
    expect(byHand.layouts.overview?.every(({ options }) => Object.keys(options).length === 0)).toBe(true);
    expect(faultsOf(byHand)).toEqual([]);
    expect(withoutPanels(byHand, 'overview')).toEqual(draft);
  });

  it('show what fits and what the scene is about, as arranged ones do', () => {
    const scene = { kind: 'district', target: '120104' } as const;
    const arranged = panelsOf(draft, scene);
    const byHand = withPanels(draft, 'district', arranged).layouts.district ?? [];
    expect(completed(byHand, scene, hall).map(({ options }) => options)).toEqual(
      arranged.map(({ options }) => options),
    );
    const set = byHand.map((panel) => ({ ...panel, options: { rows: 2 } }));
    expect(completed(set, scene, hall).every(({ options }) => options['rows'] === 2)).toBe(true);
  });

  it('grow by one that lies free where there is room, and say so where there is none', () => {
    const few = withPanels(draft, 'overview', panelsOf(draft, OVERVIEW).slice(0, 2));
    const more = withPanel(few, OVERVIEW, 'league');
    expect(more.layouts.overview).toHaveLength(3);
    expect(faultsOf(more)).toEqual([]);
    const full = withPanel(draft, OVERVIEW, 'league');
    expect(faultsOf(full)).toEqual([
      expect.objectContaining({
        what: 'panels',
        kind: 'overview',
        breach: expect.objectContaining({ what: 'panels-overlap' }),
      }),
    ]);
  });
});

describe('what keeps a wall from being stored', () => {
  it('is told: names, playlist, screens over one another', () => {
    const wrong: WallDraft = {
      wall: {
        ...hall,
        names: { zh: '大屏', en: ' ' },
        screens: [...hall.screens, ...hall.screens.slice(0, 1).map((screen) => ({ ...screen, id: '7' }))],
      },
      layouts: {},
      playlist: [
        { scene: OVERVIEW, seconds: 2 },
        { scene: { kind: 'district' }, seconds: 30 },
      ],
    };
    const found = faultsOf(wrong).map((fault) => ('breach' in fault ? fault.breach.what : fault.what));
    expect(found).toEqual(['screens-overlap', 'names', 'playlist', 'playlist']);
  });

  it('is a wall that nobody can read from where they stand', () => {
    const far = { ...draft, wall: { ...gridWall({ viewingDistance: 12_000 }) } };
    expect(readingOf(far.wall)?.verdict).toBe('unreadable');
    expect(faultsOf(far)).toEqual([{ what: 'unreadable' }]);
    expect(readingOf(gridWall({ viewingDistance: 1_500 }))?.verdict).toBe('good');
    const usual = readingOf(hall);
    expect(usual?.verdict).toBe('small');
    expect(usual?.goodFrom).toBeLessThan(4_000);
  });

  it('is nothing where nobody has measured the screens yet', () => {
    expect(faultsOf({ ...draft, wall: { ...hall, screens: [] } })).toEqual([]);
    expect(panelsOf({ ...draft, wall: { ...hall, screens: [] } }, OVERVIEW)).toEqual([]);
  });
});

describe('a draft', () => {
  it('tells in which parts it differs', () => {
    expect(differences(draft, { ...draft, playlist: [] })).toEqual(['playlist']);
    expect(differences(draft, withPanel(draft, OVERVIEW, 'league'))).toEqual(['layouts']);
  });

  it('keeps every entry of a list that is put in another order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(20), fc.nat(20), (list, from, to) => {
        const after = reordered(list, from % list.length, to);
        expect([...after].sort()).toEqual([...list].sort());
      }),
    );
    expect(reordered(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  });
});
