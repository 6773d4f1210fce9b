import { expect, test } from 'vitest';
import { Desk } from '#client/desk/desk.ts';
import type { Speaker } from '#client/desk/sound/speaker.ts';
import { Picture } from '#client/realtime/picture.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { exampleDetail } from '#wire/http/examples.ts';
import type { Me } from '#wire/http/me.ts';

const silentSpeaker: Speaker = {
  state: 'none',
  wake: () => Promise.resolve(),
  sound: () => Promise.resolve(false),
  close: () => undefined,
};

const me = { id: 'p', name: '值班长', role: 'duty-officer', scope: '120000', answers: [] } as unknown as Me;
const detail = exampleDetail as CaseDetailAnswer;

test('a case that was read before the notices began is read again when they begin', async () => {
  const picture = new Picture({ face: 'desk', build: 'b', topics: ['notices'] });
  const answers = [detail, { ...detail, summary: { ...detail.summary, version: detail.summary.version + 1 } }];
  const desk = new Desk(me, picture, () => Promise.resolve(answers.shift() ?? null), null, silentSpeaker);
  const stop = desk.start();
  await desk.open.open(detail.summary.number);
  // Somebody moves the case here: no notice of it can come.
  picture.notices.push([], true);
  await Promise.resolve();
  await Promise.resolve();
  expect(desk.open.detail?.summary.version).toBe(detail.summary.version + 1);
  stop();
});
