import { describe, expect, it } from 'vitest';
import { aReport, person, smallPlatform, source } from '../../../fixtures/small-platform.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const officer = person('duty-officer');

async function accepted(city: ReturnType<typeof smallPlatform>, id: string): Promise<string> {
  const [answer] = await city.reports([aReport(id, { reportedAt: NOW })]);
  if (answer?.status === 'rejected' || !answer) throw new Error('the report was not taken');
  return answer.caseNumber;
}

describe('from report to log', () => {
  it('answers every item: accepted with a number, duplicate with the same one, rejected with the field', async () => {
    const city = smallPlatform(() => NOW);
    const items = [
      aReport('a', { reportedAt: NOW }),
      aReport('a', { reportedAt: NOW }),
      aReport('b', { category: 'nope:event:0101' }),
    ];
    const answers = await city.reports(items);
    expect(answers).toMatchObject([
      { status: 'accepted', caseNumber: 'X0000-20261123-000001' },
      { status: 'duplicate', caseNumber: 'X0000-20261123-000001' },
      { status: 'rejected', code: 'unknown-category', field: 'category' },
    ]);
    expect((await city.reports([items[0]!]))[0]).toMatchObject({
      status: 'duplicate',
      caseNumber: 'X0000-20261123-000001',
    });
    expect(city.entries).toHaveLength(1);
  });

  it('writes what arrives together in one transaction, later jobs seeing earlier ones', async () => {
    const city = smallPlatform(() => NOW);
    let transactions = 0;
    const { transact } = city.log;
    city.log.transact = (...args) => {
      transactions += 1;
      return transact(...args);
    };
    const told = { conduct: 'told' as const, reportedAt: NOW };
    const [reports, events] = await Promise.all([
      city.reports([aReport('x', told)]),
      city.caseEvents([
        {
          eventId: 'c',
          case: { kind: 'source-id', sourceId: 'x' },
          at: NOW + 5,
          by: null,
          what: { type: 'told', phase: 'closed', note: '' },
        },
      ]),
    ]);
    expect(transactions).toBe(1);
    expect(reports[0]).toMatchObject({ status: 'accepted' });
    expect(events[0]).toEqual(reports[0]);
    expect(city.entries.at(-1)).toMatchObject({ kind: 'case', after: { phase: 'closed' } });
  });

  it('never lets two officers overwrite each other: the second hears who did what', async () => {
    const city = smallPlatform(() => NOW);
    const number = await accepted(city, 'a');
    const [first, second] = await Promise.all([
      city.move(number, { move: 'accept' }, officer, { expected: 1 }),
      city.move(number, { move: 'decline', reason: '不属实' }, person('operator'), { expected: 1 }),
    ]);
    expect(first).toMatchObject({ ok: true, moveVersion: 2 });
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'version-conflict', other: { name: 'duty-officer', what: 'accepted' } },
    });
  });

  it('takes the same request twice as one act, and lets comments pass between two moves', async () => {
    const city = smallPlatform(() => NOW);
    const number = await accepted(city, 'a');
    const one = await city.move(number, { move: 'comment', text: '看过' }, officer, { requestId: 'r' });
    expect(await city.move(number, { move: 'comment', text: '看过' }, officer, { requestId: 'r' })).toEqual(one);
    expect(await city.move(number, { move: 'accept' }, officer, { expected: 1 })).toMatchObject({ ok: true });
    expect(city.entries).toHaveLength(3);
  });

  it('keeps a case outside the city and says so', async () => {
    const city = smallPlatform(() => NOW);
    await city.reports([aReport('far', { reportedAt: NOW, position: { lon: 121, lat: 31 } })]);
    expect(city.entries[0]).toMatchObject({ after: { place: { inside: false } } });
  });

  it('shows a district its own cases only, and a source its own', async () => {
    const city = smallPlatform(() => NOW);
    const number = await accepted(city, 'a');
    const elsewhere = person('duty-officer', { scope: '120104' });
    expect(await city.move(number, { move: 'accept' }, elsewhere)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
    const other = { ...source, id: 'other' };
    const [answer] = await city.caseEvents(
      [
        {
          eventId: 'e',
          case: { kind: 'number', number },
          at: NOW,
          by: null,
          what: { type: 'move', move: { move: 'accept' } },
        },
      ],
      other,
    );
    expect(answer).toMatchObject({ status: 'rejected', code: 'unknown-case' });
    expect(await city.reports([aReport('b')], { ...source, scope: '120104' })).toMatchObject([
      { status: 'rejected', code: 'not-allowed' },
    ]);
  });

  it('refuses a source’s state on a case that is run here, and names the legal moves', async () => {
    const city = smallPlatform(() => NOW);
    const number = await accepted(city, 'a');
    const [told, move] = await city.caseEvents([
      {
        eventId: 't',
        case: { kind: 'number', number },
        at: NOW,
        by: null,
        what: { type: 'told', phase: 'closed', note: '' },
      },
      {
        eventId: 'm',
        case: { kind: 'number', number },
        at: NOW,
        by: null,
        what: { type: 'move', move: { move: 'close', note: '', forced: false } },
      },
    ]);
    expect(told).toMatchObject({ status: 'rejected', code: 'not-allowed' });
    expect(move).toMatchObject({ status: 'rejected', code: 'illegal-move' });
    expect(move?.status === 'rejected' && move.message).toContain('accept');
  });
});
