import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

it('is searched by all that a line has, page by page', async () => {
  const query = 'who=duty&act=case.&subject=E0110&result=done&since=2026-11-22T00:00:00%2B08:00&limit=1';
  const found = (await (await served.ask(`/api/v1/audit?${query}`, { as: 'auditor' })).json()) as {
    lines: unknown[];
    nextCursor: string;
  };
  expect(found.lines).toMatchObject([{ no: 4211, act: 'case.reporter' }]);
  expect(served.seen.auditFilters.at(-1)).toEqual({
    ...{ who: 'duty', act: 'case.', subject: 'E0110', result: 'done', until: null },
    since: Date.parse('2026-11-22T00:00:00+08:00'),
  });
  expect((await served.ask(`/api/v1/audit?cursor=${found.nextCursor}`, { as: 'auditor' })).status).toBe(200);
  for (const bad of ['cursor=zz', 'result=maybe', 'since=now', 'colour=red']) {
    expect((await served.ask(`/api/v1/audit?${bad}`, { as: 'auditor' })).status, bad).toBe(400);
  }
});

it('leaves as a file, and that is a line too, as is each count of the chain', async () => {
  const file = await served.ask('/api/v1/audit/export?act=case.', { as: 'auditor' });
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
  expect(await file.text()).toContain('4211,');
  const verified = await served.ask('/api/v1/audit/verify', { method: 'POST', as: 'auditor' });
  expect(await verified.json()).toMatchObject({ sound: true, fault: null });
  expect(served.seen.audits.slice(-2)).toMatchObject([
    { act: 'audit.export', role: 'auditor', detail: { act: 'case.', lines: 1 } },
    { act: 'audit.verify', role: 'auditor', detail: { sound: true, end: 4211 } },
  ]);
});

it('is nobody else’s to read, and a person who tries is a line, however often a page asks', async () => {
  for (const as of ['administrator', 'security-administrator', 'leader', 'duty-officer', 'screen', 'source']) {
    for (let time = 0; time < 2; time++) expect((await served.ask('/api/v1/audit', { as })).status, as).toBe(403);
  }
  const denied = served.seen.audits.filter(({ act }) => act === 'denied');
  expect(denied.map(({ role, subject }) => [role, subject])).toEqual(
    ['administrator', 'security-administrator', 'leader', 'duty-officer'].map((role) => [role, 'listAudit']),
  );
});
