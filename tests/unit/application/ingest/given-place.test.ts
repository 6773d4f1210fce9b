import { describe, expect, it } from 'vitest';
import { readGivenPlace } from '#application/place/read-given-place.ts';
import { openZone } from '#domain/calendar/zone.ts';
import { foldCase } from '#domain/case/fold.ts';
import { SuccessionBook } from '#domain/place/succession.ts';
import { aReport, smallPlatform, source } from '../../../fixtures/small-platform.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const IN_USE = ['120000', '120101', '120101001', '120101002', '120116'];
const row = (code: string, successor: string) => {
  return { code, successor, since: null, share: null, nameZh: '', nameEn: '', reason: '' };
};

function city() {
  const platform = smallPlatform(() => NOW);
  const places = { get: (code: string) => (IN_USE.includes(code) ? ({ code } as never) : undefined) };
  const rows = [row('120107', '120116'), row('120101009', '120101001'), row('120101009', '120101002')];
  const successions = new SuccessionBook(rows, openZone('Asia/Shanghai'), (code) => IN_USE.includes(code));
  platform.parts.placeOfCode = (code, point) => readGivenPlace({ places, successions }, code, NOW, point);
  return platform;
}
const nowhere = { reportedAt: NOW, position: null };

describe('a report that names its place by code', () => {
  it('lies there where it has no point', async () => {
    const { reports, entries } = city();
    expect(await reports([aReport('a', { ...nowhere, place: '120101001' })])).toEqual([
      { status: 'accepted', caseNumber: 'X0000-20261123-000001' },
    ]);
    expect(entries[0]).toMatchObject({ after: { place: { districtCode: '120101', subdistrictCode: '120101001' } } });
  });

  it('lies in what took over from a place that is no more: said, and the code as it was given is kept', async () => {
    const { reports, entries } = city();
    const told = { given: '120107000000', counted: '120116', how: 'succeeded' };
    const [answer] = await reports([aReport('a', { ...nowhere, place: '120107000000' })]);
    expect(answer).toMatchObject({ status: 'accepted', place: told });
    const [entry] = entries;
    expect(entry).toMatchObject({
      after: { place: { districtCode: '120116', subdistrictCode: null } },
      event: { data: { placeGiven: told } },
    });
    const { event } = entry as Extract<typeof entry, { kind: 'case' }>;
    expect(foldCase([event])).toMatchObject({ placeGiven: told, anomalies: [] });
  });

  it('of a split place lies where its point says, or in the place above the parts', async () => {
    const { reports, entries } = city();
    const answers = await reports([
      aReport('a', { reportedAt: NOW, place: '120101009' }),
      aReport('b', { ...nowhere, place: '120101009' }),
    ]);
    expect(answers).toMatchObject([
      { place: { counted: '120101001', how: 'by-point' } },
      { place: { counted: '120101', how: 'undecided' } },
    ]);
    expect(entries[1]).toMatchObject({ after: { place: { districtCode: '120101', subdistrictCode: null } } });
  });

  it('is rejected for a code that nobody knows, unless its point says where it lies', async () => {
    const { reports } = city();
    const answers = await reports([
      aReport('a', { ...nowhere, place: '129999' }),
      aReport('b', { reportedAt: NOW, place: '129999' }),
    ]);
    expect(answers).toMatchObject([
      { status: 'rejected', code: 'unknown-place', field: 'place' },
      { status: 'accepted', place: { given: '129999', counted: null, how: 'unknown' } },
    ]);
  });

  it('is within the reach of a district’s key by its place', async () => {
    const { reports } = city();
    const own = { ...source, scope: '120116' };
    const answers = await reports(
      [aReport('a', { ...nowhere, place: '120107' }), aReport('b', { ...nowhere, place: '120101' })],
      own,
    );
    expect(answers).toMatchObject([
      { status: 'accepted' },
      { status: 'rejected', code: 'not-allowed', field: 'place' },
    ]);
  });
});

describe('a source that tells where its case lies', () => {
  const name = { kind: 'source-id', sourceId: 'a' } as const;
  const tell = (place: string, eventId = 'p') => {
    return { eventId, case: name, at: NOW + 1, by: null, what: { type: 'told', place, note: '' } } as const;
  };

  it('puts a case without a point there, or in what took over: said and kept', async () => {
    const { reports, caseEvents, entries } = city();
    await reports([aReport('a', { ...nowhere, conduct: 'told' })]);
    const told = { given: '120107', counted: '120116', how: 'succeeded' };
    expect(await caseEvents([tell('120107')])).toMatchObject([{ status: 'accepted', place: told }]);
    expect(entries.at(-1)).toMatchObject({
      after: { place: { inside: true, districtCode: '120116' } },
      event: { data: { placeGiven: told } },
    });
    expect(await caseEvents([tell('129999', 'q')])).toMatchObject([{ status: 'rejected', code: 'unknown-place' }]);
  });

  it('moves no case that has a point in the city', async () => {
    const { reports, caseEvents, entries } = city();
    await reports([aReport('a', { reportedAt: NOW, conduct: 'told' })]);
    expect(await caseEvents([tell('120107')])).toMatchObject([{ status: 'accepted' }]);
    expect(entries.at(-1)).toMatchObject({ after: { place: { districtCode: '120101' } } });
  });
});
