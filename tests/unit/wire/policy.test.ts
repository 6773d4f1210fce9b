import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/account/role.ts';
import { operationIds } from '#wire/http/operations.ts';
import { POLICY, rowOf, SCOPES, type Act } from '#wire/policy.ts';
import { TOPICS, type Topic } from '#wire/protocol.ts';

const topics = Object.keys(TOPICS) as Topic[];
const acts: Act[] = [...operationIds, ...topics.map((topic): Act => `topic:${topic}`)];

/** The table of docs/people.md: `act | roles | scope`. */
const written = readFileSync(resolve(import.meta.dirname, '../../../docs/people.md'), 'utf8')
  .split('<!-- policy -->')[1]
  ?.split('<!-- /policy -->')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [names = '', roles = '', scope = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [...names.matchAll(/`([\w:]+)`/g)].map(([, act = '']) => [act, roles, scope.replaceAll('`', '')] as const);
  });

describe('the policy', () => {
  it('has a row for every operation and topic, and none for anything else', () => {
    expect(Object.keys(POLICY).sort()).toEqual([...acts].sort());
    for (const act of acts) {
      const row = rowOf(act);
      if (row === 'public') continue;
      expect(row.roles.length, act).toBeGreaterThan(0);
      expect(SCOPES, act).toContain(row.scope);
    }
    expect(rowOf('no-such-act' as Act)).toEqual({ roles: [], scope: 'platform' });
  });

  it('is what docs/people.md says, cell by cell', () => {
    expect(written?.map(([act]) => act).sort()).toEqual([...acts].sort());
    for (const [act, roles, scope] of written ?? []) {
      const row = rowOf(act as Act);
      const given = row === 'public' ? ['public', ''] : [ROLES.filter((role) => row.roles.includes(role)), row.scope];
      expect([act, roles === 'public' ? roles : roles.split(', '), scope]).toEqual([act, ...given]);
    }
  });

  it('gives none of the three who run the platform another’s part', () => {
    const own = (role: 'administrator' | 'security-administrator' | 'auditor') =>
      acts.filter((act) => {
        const row = rowOf(act);
        return row !== 'public' && row.roles.includes(role) && row.scope !== 'names' && row.scope !== 'self';
      });
    const [system, security, audit] = [own('administrator'), own('security-administrator'), own('auditor')];
    expect(audit.sort()).toEqual(acts.filter((act) => /audit/i.test(act)).sort());
    for (const act of audit) expect([...system, ...security]).not.toContain(act);
    for (const act of security) expect([...system, ...audit]).not.toContain(act);
    for (const act of ['moveCase', 'takeAlert', 'takeTask'] as const)
      expect([...system, ...security]).not.toContain(act);
  });
});
