import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POST_LEVELS, type Post } from '#domain/account/post.ts';
import { ROLES } from '#domain/account/role.ts';
import { highestLevel, levelName, SUPERVISION_LEVELS, usualLevel } from '#domain/case/supervision-level.ts';
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

describe('levels of supervision', () => {
  it('are those of the handbook, in both languages', () => {
    expect(rows.map(([level, zh, en]) => ({ level: Number(level), zh, en }))).toEqual(SUPERVISION_LEVELS);
    expect(levelName(2)).toMatchObject({ zh: '重点督办', en: 'priority' });
    expect(levelName(7)).toEqual({ zh: '7级督办', en: 'level 7' });
  });

  it('may be raised by whom the table names, role by role and platform by platform', () => {
    for (const role of ROLES.filter((one) => one !== 'source')) {
      POST_LEVELS.forEach((level, column) => {
        const allowed = rows.filter((cells) => cells[3 + column]?.split(', ').includes(role)).map(([no]) => Number(no));
        expect([role, level, highestLevel({ role, level })]).toEqual([role, level, Math.max(0, ...allowed)]);
      });
    }
    expect(highestLevel({ role: 'source', level: 'district' })).toBe(SUPERVISION_LEVELS.length);
  });

  it('rise with every supervision that stands, as far as the post may go', () => {
    expect(usualLevel([], duty)).toBe(1);
    expect(usualLevel(raised(1), duty)).toBe(2);
    expect(usualLevel(raised(1, 2), duty)).toBe(2);
    expect(usualLevel(raised(2, 1), { ...duty, role: 'leader' })).toBe(3);
    expect(usualLevel(raised(2), { ...duty, level: 'district' })).toBe(1);
    expect(usualLevel([{ level: 2, liftedAt: 5 }], duty)).toBe(1);
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
  });
});
