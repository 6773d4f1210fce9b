import { describe, expect, it } from 'vitest';
import { actChoices } from '#client/admin/audit/act-words.ts';
import { auditAddress, exportAddress, NO_QUESTION } from '#client/admin/audit/audit-question.ts';
import { changesOf } from '#client/admin/audit/changes-of.ts';
import { changedNames } from '#client/admin/people/account-calls.ts';
import { browserOf } from '#client/admin/people/browser-of.ts';
import { ownerOf, waysOf } from '#client/frame/ways.ts';
import { exampleAccount } from '#wire/http/accounts.ts';

const zone = 'Asia/Shanghai';

describe('the audit page', () => {
  it('asks for whole days of the platform’s own zone, and for nothing that is not filled in', () => {
    expect(auditAddress(NO_QUESTION, null, zone)).toBe('/api/v1/audit?limit=100');
    const asked = { ...NO_QUESTION, who: ' 王 ', act: 'case.', from: '2026-11-22', until: '2026-11-23' };
    const query = new URL(auditAddress(asked, 'MTo3', zone), 'http://here').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      ...{ who: '王', act: 'case.', limit: '100', cursor: 'MTo3' },
      since: String(Date.parse('2026-11-22T00:00:00+08:00')),
      until: String(Date.parse('2026-11-24T00:00:00+08:00')),
    });
    expect(exportAddress({ ...NO_QUESTION, from: '2026-13-45', until: '20' }, zone)).toBe('/api/v1/audit/export?');
  });

  it('sets what was beside what is', () => {
    expect(changesOf({ role: 'leader', 'was.role': 'operator', file: 'a.csv', 'was.gone': 1 })).toEqual([
      { name: 'role', was: 'operator', is: 'leader' },
      { name: 'file', was: undefined, is: 'a.csv' },
      { name: 'was.gone', was: undefined, is: 1 },
    ]);
  });

  it('offers all of a group where it has several acts', () => {
    expect(actChoices(['alert.take', 'case.accept', 'case.file', 'sign-in'])).toEqual([
      ...['case.', 'alert.take', 'case.accept', 'case.file', 'sign-in'],
    ]);
  });
});

describe('the accounts page', () => {
  it('sends what was changed alone', () => {
    expect(changedNames(exampleAccount, { ...exampleAccount, name: '李四', department: 'd1' })).toEqual([
      ...['name', 'department'],
    ]);
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36', 'Chrome 141, Windows'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.3537.71', 'Edge 141, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox 144, Linux'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18.6 Safari/605.1.15', 'Safari 18, macOS'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['', ''],
  ])('says of %s: %s', (agent, said) => {
    expect(browserOf(agent)).toBe(said);
  });

  it('and every other in the administration is of one of the three alone', () => {
    expect(waysOf('admin', 'security-administrator').flatMap(({ ways }) => ways.map(({ address }) => address))).toEqual(
      ['/admin/accounts'],
    );
    expect(waysOf('admin', 'auditor').flatMap(({ ways }) => ways.map(({ address }) => address))).toEqual([
      '/admin/audit',
    ]);
    expect(waysOf('admin', 'leader')).toEqual([]);
    expect([ownerOf('admin', '/admin'), ownerOf('admin', '/admin/walls/hall')]).toEqual([
      'administrator',
      'administrator',
    ]);
    expect(ownerOf('admin', '/admin/accounts/import')).toBe('security-administrator');
    expect(ownerOf('evaluation', '/evaluation/series')).toBeNull();
  });
});
