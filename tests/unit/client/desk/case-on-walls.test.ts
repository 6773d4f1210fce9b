import { describe, expect, test } from 'vitest';
import { caseOnWalls, wallsFor } from '#client/desk/walls/case-on-walls.ts';
import { newProgram, type Push } from '#domain/wall/program.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { exampleSummary } from '#wire/http/examples.ts';
import { gridWall } from '../../domain/wall/walls.ts';

const push = (id: string, changes: Partial<Push> = {}): Push => ({
  ...{ id, scene: { kind: 'incident', target: 'C1' }, screens: null, from: 1_000, until: null },
  by: { id: 'u1', name: '值班长' },
  ...changes,
});
const standing = (changes: Partial<StandingWall['program']>, scope = '120000'): StandingWall => ({
  ...{ version: 1, layouts: {}, wall: { ...gridWall({}), scope } },
  program: { ...newProgram(0), ...changes },
});

describe('a case on walls', () => {
  test('is found by its number, newest first, until its time is over', () => {
    const pushes = [
      push('old'),
      push('new', { from: 2_000, until: 9_000 }),
      push('other', { scene: { kind: 'incident', target: 'C2' } }),
    ];
    const ids = (now: number): string[] => caseOnWalls([standing({ pushes })], 'C1', now).map((one) => one.push.id);
    expect(ids(3_000)).toEqual(['new', 'old']);
    expect(ids(9_000)).toEqual(['old']);
  });

  test('is said to wait behind a presenter, as long as he is heard of', () => {
    const presented = {
      ...{ scene: { kind: 'leagues' as const }, step: 1, of: 2, from: 0, until: 5_000 },
      by: { id: 'u2', name: '高敏' },
    };
    const walls = [standing({ pushes: [push('a')], presented })];
    expect(caseOnWalls(walls, 'C1', 4_000)[0]?.hiddenBy).toBe('高敏');
    expect(caseOnWalls(walls, 'C1', 5_000)[0]?.hiddenBy).toBeNull();
  });

  test('goes only to walls whose screens may see its place', () => {
    const summary = { place: { ...exampleSummary.place, gridCode: null, communityCode: null, subdistrictCode: null } };
    const walls = [standing({}), standing({}, '120104'), standing({}, '120199')];
    const at = (districtCode: string | null): string[] =>
      wallsFor(walls, { place: { ...summary.place, districtCode } }).map(({ wall }) => wall.scope);
    expect(at('120104')).toEqual(['120000', '120104']);
    expect(at(null)).toEqual(['120000']);
  });
});
