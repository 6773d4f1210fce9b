import { describe, expect, it } from 'vitest';
import { caseOnGlass } from '#adapters/http/case-on-glass.ts';
import { operations } from '#wire/http/operations.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

const person = { kind: 'person' as const, id: 'u7', name: '王小明' };

describe('a case on a wall', () => {
  it('names no person, repeats nothing that one wrote, and keeps what happened when', () => {
    const example = operations.getCase.answer.example as CaseDetailAnswer;
    const answer: CaseDetailAnswer = {
      ...example,
      description: '井盖缺失，联系 138 1234 5678 王小明',
      reporter: { name: '王小明', phone: '13812345678' },
      responsibilityGrid: { code: 'HP-01', name: { zh: '第一责任网格', en: 'One' }, person: '王小明' },
      alerts: example.alerts.map((alert) => ({
        ...{ ...alert, takenBy: 'u7', takenByName: '王小明' },
        shelved: { until: 9, at: 8, by: 'u7', byName: '王小明', reason: '等王小明' },
        returned: { why: 'idle' as const, at: 7, from: 'u7', fromName: '王小明' },
        disposition: { kind: 'other' as const, note: '王小明已办', by: 'u7', byName: '王小明', at: 6 },
      })),
      timeline: [
        {
          eventId: 'e1',
          at: 5,
          recordedAt: 6,
          actor: person,
          type: 'commented',
          data: { text: '王小明 说', mentions: ['u7'] },
        },
        {
          eventId: 'e2',
          at: 7,
          recordedAt: 8,
          actor: { kind: 'source', id: 's', name: '热线' },
          type: 'filed',
          data: {},
        },
      ],
    };
    const shown = caseOnGlass(answer);
    const text = JSON.stringify({ ...shown, description: '' });
    expect(text).not.toContain('王小明');
    expect(text).not.toContain('13812345678');
    expect(shown.description).not.toMatch(/\d{4}/);
    expect(text).not.toContain('u7');
    expect(shown.alerts.every(({ disposition }) => disposition?.at === 6)).toBe(true);
    expect(shown.reporter).toBeNull();
    expect(shown.responsibilityGrid).toMatchObject({ code: 'HP-01', person: '' });
    expect(shown.timeline.map(({ at, type, actor }) => [at, type, actor.name])).toEqual([
      [5, 'commented', ''],
      [7, 'filed', '热线'],
    ]);
    expect(shown.summary).toEqual(answer.summary);
    expect(shown.legal).toEqual([]);
  });
});
