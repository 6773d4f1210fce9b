import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { sealed } from '#application/handover/sealed.ts';
import { alertRow, HOUR, NOW, officer, promise, shift, takenBy } from './shift-parts.ts';

const zhou = officer('zhou');
const han = officer('han');
const FROM = '10.0.0.1';

describe('a handover', () => {
  it('is written from what is there: claims, shelved, standing, promises, silent teams', async () => {
    const { state, handovers } = shift();
    const shelf = { until: NOW + HOUR, at: NOW - HOUR, by: 'han', byName: 'han', reason: '备件' };
    state.alerts = [
      alertRow(1, takenBy('zhou')),
      alertRow(2, { status: 'shelved', shelved: shelf }),
      alertRow(3, { firedAt: NOW - 25 * HOUR }),
      alertRow(4, { firedAt: NOW - 9 * HOUR }),
      alertRow(5),
    ];
    state.acts.set(1, NOW - HOUR / 12);
    state.said = [promise('urge', { caseNumber: 'E5' }), promise('extension', { caseNumber: 'E6', dueAt: NOW + HOUR })];
    const draft = await handovers.draft(zhou);
    expect(draft).toMatchObject({ since: NOW - 8 * HOUR, sinceWhat: 'hours', at: NOW, leaver: { id: 'zhou' } });
    // Half an hour after the last act on it, it goes back by itself.
    expect(draft.claims.items).toMatchObject([
      { alertId: 1, by: { id: 'zhou' }, returnsAt: NOW - HOUR / 12 + HOUR / 2 },
    ]);
    expect(draft.shelved.items).toMatchObject([{ alertId: 2, until: NOW + HOUR, reason: '备件', by: { id: 'han' } }]);
    expect(draft.standing.items.map(({ alertId, why }) => [alertId, why])).toEqual([
      [3, 'standing'],
      [4, 'stale'],
    ]);
    expect(draft.promises.items.map(({ kind }) => kind)).toEqual(['extension', 'urge']);
    expect(draft.teams.items).toMatchObject([{ code: 'T1', heardAt: null }]);
    expect(draft.counts).toMatchObject({ reported: 3, closed: 2 });
  });

  it('counts every line and writes out the first ones, the leaver’s own claims before others’', async () => {
    const { state, handovers } = shift();
    state.alerts = Array.from({ length: 400 }, (_, at) => alertRow(at + 1, takenBy(at === 399 ? 'zhou' : 'li')));
    const { claims } = await handovers.draft(zhou);
    expect([claims.total, claims.items.length, claims.items[0]?.alertId]).toEqual([400, 300, 400]);
  });

  it('is not written while the picture is being built', async () => {
    const { state, handovers } = shift();
    state.alerts = null;
    await expect(handovers.make(zhou, 'h1', '', FROM)).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('is stored once under its id, with the hash of its whole content and the first name', async () => {
    const { state, handovers } = shift();
    const first = await handovers.make(zhou, 'h1', ' 有雨 ', FROM);
    state.now += HOUR;
    state.alerts = [alertRow(1)];
    const again = await handovers.make(zhou, 'h1', '别的', FROM);
    expect([first.written, again.written]).toEqual([true, false]);
    expect(again.handover).toMatchObject({ hash: first.handover.hash, at: NOW, sound: true, comes: null, mine: true });
    expect(again.handover.content.remark).toBe('有雨');
    expect(first.handover.hash).toBe(sealed(first.handover.content).hash);
    await expect(handovers.make(han, 'h1', '', FROM)).rejects.toMatchObject({ code: 'already-taken' });
  });

  it('begins where the shift before was handed over, unless that was more than a day ago', async () => {
    const { state, handovers } = shift();
    await handovers.make(zhou, 'h1', '', FROM);
    state.now = NOW + 3 * HOUR;
    expect(await handovers.draft(han)).toMatchObject({ since: NOW, sinceWhat: 'handover' });
    state.now = NOW + 30 * HOUR;
    expect(await handovers.draft(han)).toMatchObject({ since: state.now - 8 * HOUR, sinceWhat: 'hours' });
  });
});

describe('its second name', () => {
  it('is another person’s, who read this very content, and the first to sign', async () => {
    const { handovers } = shift();
    const { hash } = (await handovers.make(zhou, 'h1', '', FROM)).handover;
    await expect(handovers.sign(zhou, 'h1', hash, FROM)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(handovers.sign(han, 'h1', '0'.repeat(64), FROM)).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await handovers.sign(han, 'h1', hash, '10.0.0.2')).toMatchObject({
      comes: { id: 'han', address: '10.0.0.2', at: NOW },
      leaves: { id: 'zhou', address: FROM },
    });
    expect((await handovers.sign(han, 'h1', hash, '10.0.0.3')).comes?.address).toBe('10.0.0.2');
    const late = handovers.sign(officer('li'), 'h1', hash, FROM);
    await expect(late).rejects.toMatchObject({ code: 'already-taken', message: 'han has signed for it already' });
  });

  it('is one of two who sign at once, and two who leave at once have each a handover', async () => {
    const { handovers } = shift();
    const [one, other] = await Promise.all([
      handovers.make(zhou, 'h1', '甲', FROM),
      handovers.make(officer('li'), 'h2', '乙', FROM),
    ]);
    expect((await handovers.list(han)).map(({ id }) => id).sort()).toEqual(['h1', 'h2']);
    expect([one.handover.content.remark, other.handover.content.remark]).toEqual(['甲', '乙']);
    const both = await Promise.allSettled([
      handovers.sign(han, 'h1', one.handover.hash, FROM),
      handovers.sign(officer('qin'), 'h1', one.handover.hash, FROM),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('belongs to somebody whose place covers what was handed over', async () => {
    const { state, handovers } = shift();
    state.alerts = [alertRow(1, takenBy('zhou')), alertRow(2, { ...takenBy('zhou'), districtCode: '120104' })];
    const local = officer('zhou', '120101');
    const { handover } = await handovers.make(local, 'h1', '', FROM);
    expect(handover.content.claims.items.map(({ alertId }) => alertId)).toEqual([1]);
    const elsewhere = officer('nankai', '120104');
    await expect(handovers.sign(elsewhere, 'h1', handover.hash, FROM)).rejects.toMatchObject({ code: 'not-found' });
    await expect(handovers.get(elsewhere, 'h1')).rejects.toMatchObject({ code: 'not-found' });
    expect(await handovers.list(elsewhere)).toEqual([]);
    expect((await handovers.sign(han, 'h1', handover.hash, FROM)).comes?.id).toBe('han');
  });
});

describe('what the next shift starts from', () => {
  it('says of every line whether it is open, passed or settled since', async () => {
    const { state, handovers } = shift();
    state.alerts = [
      alertRow(1, takenBy('zhou')),
      alertRow(2, takenBy('zhou')),
      alertRow(3, { firedAt: NOW - 9 * HOUR }),
    ];
    state.said = [promise('urge', { caseNumber: 'E5' })];
    await handovers.make(zhou, 'h1', '', FROM);
    state.alerts = [alertRow(2, takenBy('han')), alertRow(3, { ...takenBy('han'), firedAt: NOW - 9 * HOUR })];
    state.ended.set(1, NOW + 5);
    state.said = [];
    const { now } = await handovers.get(han, 'h1');
    expect(now.became).toEqual([
      { key: 'alert/1', state: 'settled', by: null, at: NOW + 5 },
      { key: 'alert/2', state: 'passed', by: 'han', at: null },
      { key: 'alert/3', state: 'passed', by: 'han', at: null },
      { key: 'urge/E5/', state: 'settled', by: null, at: null },
      { key: 'team/T1', state: 'open', by: null, at: null },
    ]);
    expect(now.open).toBe(3);
  });

  it('is read in the place that was handed over, also by somebody who sees more', async () => {
    const { state, handovers } = shift();
    state.alerts = [alertRow(1)];
    await handovers.make(officer('zhou', '120104'), 'h1', '', FROM);
    const { content } = await handovers.get(han, 'h1');
    expect([content.scope, content.standing.total]).toEqual(['120104', 0]);
  });

  it('stays until it is put away, by each for themselves', async () => {
    const { state, handovers } = shift();
    await handovers.make(zhou, 'h1', '', FROM);
    await handovers.putAway(han, 'h1');
    state.now += 5;
    await handovers.putAway(han, 'h1');
    expect((await handovers.list(han))[0]?.putAwayAt).toBe(NOW);
    expect((await handovers.list(zhou))[0]?.putAwayAt).toBeNull();
  });
});

describe('claims', () => {
  it('go to whoever signed, each with a result; what was not the leaver’s is not offered', async () => {
    const { state, handovers } = shift();
    state.alerts = [1, 2, 3, 4].map((id) => alertRow(id, takenBy('zhou'))).concat(alertRow(5, takenBy('li')));
    const { hash } = (await handovers.make(zhou, 'h1', '', FROM)).handover;
    await expect(handovers.takeOver(han, 'h1', [1])).rejects.toMatchObject({ code: 'not-allowed' });
    await handovers.sign(han, 'h1', hash, FROM);
    state.passes = new Map([
      [2, { result: 'had' }],
      [3, { result: 'another', by: 'qin' }],
      [4, { result: 'over', by: null }],
    ]);
    const results = await handovers.takeOver(han, 'h1', [1, 1, 2, 3, 4, 5, 6]);
    expect(results.map(({ alertId, result, by }) => [alertId, result, by])).toEqual([
      [1, 'passed', null],
      [2, 'had', null],
      [3, 'another', 'qin'],
      [4, 'over', null],
      [5, 'not-offered', null],
      [6, 'not-offered', null],
    ]);
    expect(state.passed).toEqual(['1 zhou→han', '2 zhou→han', '3 zhou→han', '4 zhou→han']);
  });
});

describe('a sealed content', () => {
  it('has the same text whatever order its members have, and its SHA-256', () => {
    const { text, hash } = sealed({ b: [{ d: 1, c: 'é\0' }], a: null, e: undefined });
    expect(text).toBe('{"a":null,"b":[{"c":"é\uFFFD","d":1}]}');
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(sealed({ a: null, b: [{ c: 'é\0', d: 1 }] }).hash).toBe(hash);
  });
});
