import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POST_LEVELS, type Post } from '#domain/account/post.ts';
import { ROLES } from '#domain/account/role.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import {
  levelName,
  levelsFor,
  replyDemanded,
  SUPERVISORS,
  USUAL_LEVELS,
  usualLevel,
  type SupervisionLevel,
} from '#domain/case/supervision-level.ts';
import { supervisionsOf } from '#domain/case/supervision.ts';
import { disposing, after, leader, tried } from './walk.ts';

/** The table of docs/moves.md: written out by hand a second time. */
const rows = readFileSync('docs/moves.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d /.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const duty: Post = { role: 'duty-officer', level: 'city', department: null };
const raised = (...levels: number[]) => levels.map((level) => ({ level, liftedAt: null as number | null }));
const hour = 3_600_000;

/** One city with other ways: a first level for everybody that demands its reply, a second one of leaders alone. */
const own: readonly SupervisionLevel[] = [
  { zh: '督办', en: 'notice', from: { 'duty-officer': 'subdistrict', leader: null }, replyHours: 24 },
  { zh: '领导督办', en: 'leader’s', from: { 'duty-officer': null, leader: 'subdistrict' }, replyHours: null },
];
const platform = fc.option(fc.constantFrom(...POST_LEVELS), { nil: null });
const anyLevels = fc.array(
  fc.record({
    zh: fc.constant('督办'),
    en: fc.constant('level'),
    from: fc.record({ 'duty-officer': platform, leader: platform }),
    replyHours: fc.option(fc.integer({ min: 1, max: 720 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 9 },
);
const anyPost = fc.record({ role: fc.constantFrom(...ROLES), level: fc.constantFrom(...POST_LEVELS) });

describe('levels of supervision', () => {
  it('are those of the handbook until a city says otherwise, in both languages', () => {
    expect(rows.map(([level, zh, en]) => [Number(level), zh, en])).toEqual(
      USUAL_LEVELS.map(({ zh, en }, index) => [index + 1, zh, en]),
    );
    expect(levelName(2, USUAL_LEVELS)).toMatchObject({ zh: '重点督办', en: 'priority' });
    expect(levelName(7, USUAL_LEVELS)).toEqual({ zh: '7级督办', en: 'level 7' });
    expect(levelName(2, own).zh).toBe('领导督办');
  });

  it('may be raised by whom the table names, role by role and platform by platform', () => {
    for (const role of ROLES.filter((one) => one !== 'source')) {
      POST_LEVELS.forEach((level, column) => {
        const allowed = rows.filter((cells) => cells[3 + column]?.split(', ').includes(role)).map(([no]) => Number(no));
        expect([role, level, levelsFor({ role, level }, USUAL_LEVELS)]).toEqual([role, level, allowed]);
      });
    }
    expect(levelsFor({ role: 'source', level: 'district' }, USUAL_LEVELS)).toEqual([1, 2, 3]);
  });

  it('are never fewer on a higher platform, and nobody but supervisors and sources has any', () => {
    fc.assert(
      fc.property(anyLevels, anyPost, (levels, { role, level }) => {
        const mine = levelsFor({ role, level }, levels);
        const above = levelsFor({ role, level: 'city' }, levels);
        expect(mine.every((one) => above.includes(one))).toBe(true);
        if (role !== 'source' && !SUPERVISORS.some((one) => one === role)) expect(mine).toEqual([]);
      }),
    );
  });

  it('rise with every supervision that stands, as far as the post may go', () => {
    expect(usualLevel([], duty, USUAL_LEVELS)).toBe(1);
    expect(usualLevel(raised(1), duty, USUAL_LEVELS)).toBe(2);
    expect(usualLevel(raised(1, 2), duty, USUAL_LEVELS)).toBe(2);
    expect(usualLevel(raised(2, 1), { ...duty, role: 'leader' }, USUAL_LEVELS)).toBe(3);
    expect(usualLevel(raised(2), { ...duty, level: 'district' }, USUAL_LEVELS)).toBe(1);
    expect(usualLevel([{ level: 2, liftedAt: 5 }], duty, USUAL_LEVELS)).toBe(1);
    expect(usualLevel([], { ...duty, role: 'leader' }, own)).toBe(2);
    expect(usualLevel([], { ...duty, role: 'operator' }, own)).toBeNull();
  });

  it('demand their reply by themselves where a city says so; an earlier instant holds before a later one', () => {
    expect(replyDemanded(1, null, 1_000, own)).toBe(1_000 + 24 * hour);
    expect(replyDemanded(1, 1_000 + hour, 1_000, own)).toBe(1_000 + hour);
    expect(replyDemanded(1, 1_000 + 48 * hour, 1_000, own)).toBe(1_000 + 24 * hour);
    expect(replyDemanded(2, null, 1_000, own)).toBeNull();
    expect(replyDemanded(2, 5_000, 1_000, own)).toBe(5_000);
  });

  it('are decided by the server: the usual one where none is named, none above the post', () => {
    const supervise = { move: 'supervise', level: null, reason: '久拖', replyBy: null } as const;
    const twice = after(
      after(disposing(), '2026-11-20 16:00', supervise, leader),
      '2026-11-20 17:00',
      supervise,
      leader,
    );
    expect(supervisionsOf(twice).map(({ level }) => level)).toEqual([1, 2]);
    expect(twice.supervisionLevel).toBe(2);
    const high = { ...supervise, level: 3 };
    expect(tried(twice, '2026-11-20 18:00', high, { post: { ...leader.post, level: 'district' } })).toMatchObject({
      code: 'not-allowed',
      message: 'a district leader may not supervise at level 3',
    });
    expect(tried(twice, '2026-11-20 18:00', high, leader)).toMatchObject({ ok: true });
    const rules = { ...DEFAULT_RULES, supervisionLevels: own };
    expect(tried(twice, '2026-11-20 18:00', high, { ...leader, rules })).toMatchObject({ code: 'not-allowed' });
    const replied = after(disposing(), '2026-11-20 16:00', supervise, { ...leader, rules });
    expect(supervisionsOf(replied)[0]).toMatchObject({ level: 2, replyBy: null });
  });
});
