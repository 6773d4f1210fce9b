import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleSummary } from '#wire/http/examples.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { greyPng } from '../../../fixtures/pictures.ts';
import { principalOf } from './fake-port.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const keep = async (bytes: Buffer, as = 'source'): Promise<{ status: number; reference: string; code?: string }> => {
  const answer = await served.ask('/api/v1/photos', {
    as,
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'image/gif' },
  });
  return { status: answer.status, ...((await answer.json()) as { reference: string }) };
};
const own = encodeURIComponent(exampleSummary.number);

it('a photograph is what its bytes are, whatever it is called, and the same one is kept once', async () => {
  const first = await keep(greyPng(40, 30));
  expect(first).toMatchObject({ status: 202, contentType: 'image/png', width: 40, height: 30 });
  expect(await keep(greyPng(40, 30), 'collector')).toMatchObject({ status: 202, reference: first.reference });
  expect((await keep(greyPng(40, 31))).reference).not.toBe(first.reference);
});

it('what is no picture, or none that a camera makes, is refused with what would do', async () => {
  for (const bytes of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('GIF89a'),
    Buffer.alloc(0),
  ])
    expect(await keep(bytes)).toMatchObject({ status: 415, code: 'wrong-content-type' });
  expect(await keep(greyPng(40, 30).subarray(0, 20))).toMatchObject({ status: 415 });
  expect(await keep(greyPng(12_001, 1))).toMatchObject({ status: 422, code: 'bad-argument' });
  expect((await keep(Buffer.alloc(4 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await keep(greyPng(4, 3), 'screen')).status).toBe(403);
});

it('is given out through the case that names it alone', async () => {
  const { reference } = await keep(greyPng(8, 6));
  const id = reference.slice('photo:'.length);
  const path = `/api/v1/cases/${own}/photos/${id}`;
  expect((await served.ask(path, { as: 'duty-officer' })).status).toBe(404);

  const known = await served.port.queries.caseByNumber(principalOf('duty-officer'), exampleSummary.number);
  if (known === null) throw new Error('the case of the example is there');
  known.state.media.after = [reference, '/etc/passwd', 'https://elsewhere.example/1.jpg'];
  const detail = (await (await served.ask(`/api/v1/cases/${own}`, { as: 'screen' })).json()) as CaseDetailAnswer;
  expect(detail.media.after).toEqual([path, '…/etc/passwd', 'https://elsewhere.example/1.jpg']);
  const photo = await served.ask(path, { as: 'screen' });
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await photo.arrayBuffer())).toEqual(greyPng(8, 6));
  expect((await served.ask(path, { as: 'duty-officer@120199' })).status).toBe(404);
  expect((await served.ask(`/api/v1/cases/${own}/photos/${'0'.repeat(64)}`, { as: 'duty-officer' })).status).toBe(404);
});
