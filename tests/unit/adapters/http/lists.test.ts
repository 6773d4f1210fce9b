import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/http/problem.ts';
import type { ListPreviewAnswer } from '#wire/http/lists.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const post = (path: string, body: string): Promise<Response> =>
  served.ask(`/api/v1/lists/${path}`, {
    method: 'POST',
    as: 'administrator',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });

describe('lists', () => {
  it('are named with their options, their templates and what is current', async () => {
    const response = await served.ask('/api/v1/lists', { as: 'administrator' });
    const { lists } = (await response.json()) as { lists: unknown[] };
    expect(lists).toEqual([
      {
        id: 'fruit',
        options: [{ name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' }],
        templates: ['csv', 'xlsx'],
        current: expect.objectContaining({ version: '2' }),
      },
    ]);
  });

  it('take a file as it is, with the fallbacks of options that were not given', async () => {
    const response = await post('fruit/preview?name=%E6%89%8B%E5%86%8C.csv', '\uFEFFcode,name\r\n1,梨\r\n');
    expect(await response.json()).toMatchObject({ basis: 'b1', applicable: true, problemsTotal: 0 });
    expect(served.seen.lists.at(-1)).toMatchObject({ name: '手册.csv', options: { absent: 'keep' } });
    expect(Buffer.from(served.seen.lists.at(-1)?.bytes ?? []).toString()).toBe('\uFEFFcode,name\r\n1,梨\r\n');
  });

  it('show what refuses a file before what only warns', async () => {
    const preview = (await (await post('fruit/preview?name=a.csv', 'bad')).json()) as ListPreviewAnswer;
    expect(preview.applicable).toBe(false);
    expect(preview.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('give what is wrong as a spreadsheet', async () => {
    const response = await post('fruit/rejected?name=a.csv', 'bad');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="fruit-problems.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toBe(
      [
        '\uFEFFline,field,原因,改正办法,reason,hint,effect',
        '3,code,少见,看一看,is odd,look at it,warning',
        '2,code,有误,改正,is bad,mend it,refuses',
        '',
      ].join('\r\n'),
    );
  });

  it('refuse options and choices that a list does not have, naming those it has', async () => {
    const unknown = (await (await post('fruit/preview?name=a.csv&colour=red', 'x')).json()) as Problem;
    expect(unknown).toMatchObject({ code: 'list-refused', status: 422 });
    expect(unknown.detail).toBe('colour: this list has no such option; its options are: absent');
    const choice = (await (await post('fruit/preview?name=a.csv&absent=maybe', 'x')).json()) as Problem;
    expect(choice.results).toEqual([
      expect.objectContaining({
        field: 'absent',
        hint: { zh: '从中选一个：keep、remove', en: 'give one of: keep, remove' },
      }),
    ]);
  });

  it('write down what was applied, refused and undone', async () => {
    expect((await post('fruit?name=a.csv&basis=b1', 'good')).status).toBe(200);
    const refused = (await (await post('fruit?name=a.csv&basis=b0', 'good')).json()) as Problem;
    expect(refused).toMatchObject({ code: 'list-refused', results: [{ line: 3 }, { line: 2 }] });
    const undo = { method: 'POST', as: 'administrator', body: { version: '1' } };
    expect(await (await served.ask('/api/v1/lists/fruit/undo', undo)).json()).toMatchObject({ version: '3' });
    expect(served.seen.audits.map(({ act, subject, result, detail }) => [act, subject, result, detail])).toEqual([
      ['list.apply', 'fruit', 'done', { file: 'a.csv', version: '2' }],
      ['list.apply', 'fruit', 'refused', { file: 'a.csv' }],
      ['list.undo', 'fruit', 'done', { to: '1', version: '3' }],
    ]);
  });

  it('have templates and versions, and are 404 where there is none', async () => {
    const template = await served.ask('/api/v1/lists/fruit/template?format=csv', { as: 'administrator' });
    expect(await template.text()).toBe('template as csv');
    const unknown = await served.ask('/api/v1/lists/stones/versions', { as: 'administrator' });
    expect(await unknown.json()).toMatchObject({ status: 404, detail: 'there is no list stones; there are: fruit' });
  });

  it('refuse a file that is too large at its announcement', async () => {
    const response = await served.ask('/api/v1/lists/fruit/preview?name=a.csv', {
      method: 'POST',
      as: 'administrator',
      body: Buffer.alloc(33 * 1024 * 1024),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(response.status).toBe(413);
  });
});
