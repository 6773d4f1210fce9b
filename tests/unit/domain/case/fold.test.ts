import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#domain/case/event.ts';
import { foldCase } from '#domain/case/fold.ts';
import { PHASES } from '#domain/case/stage.ts';
import { at, event, reported } from './sample.ts';

const start = at('2015-01-01 00:20');

const toldEvents = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 6 }),
      minutes: fc.integer({ min: -60, max: 5_000 }),
      phase: fc.option(fc.constantFrom(...PHASES), { nil: undefined }),
      due: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined }),
    }),
    { maxLength: 12, selector: (one) => one.id },
  )
  .map((all): CaseEvent[] =>
    all.map(({ id, minutes, phase, due }) =>
      event(`t-${id}`, start + minutes * 60_000, {
        type: 'told',
        note: '',
        ...(phase && { phase }),
        ...(due !== undefined && { dueAt: start + due * 60_000 }),
      }),
    ),
  );

describe('folding a log', () => {
  it('gives the same state for any order and any repetition of foreign messages', () => {
    fc.assert(
      fc.property(toldEvents, fc.infiniteStream(fc.nat()), (events, stream) => {
        const all = [reported(start, { conduct: 'told', limit: null }), ...events];
        const keys = [...stream.take(all.length * 2)];
        const shuffled = [...all, ...all]
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(foldCase(shuffled)).toEqual(foldCase(all));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a case that ended before it was reported, and says so', () => {
    const state = foldCase([
      event('closed', start - 60_000, { type: 'told', phase: 'closed', note: '' }),
      reported(start, { conduct: 'told', dueGiven: start + 1, limit: null }),
    ]);
    expect(state.phase).toBe('closed');
    expect(state.anomalies).toContain('ended-before-reported');
  });

  it('takes a due instant given by the source, moved by a later message', () => {
    const state = foldCase([
      reported(start, { conduct: 'told', dueGiven: start + 100, limit: null }),
      event('d', start + 50, { type: 'told', dueAt: start + 500, note: '' }),
    ]);
    expect(state.whole).toMatchObject({ dueGiven: start + 500, round: 1 });
  });

  it('reopens a told case and keeps its clock running', () => {
    const state = foldCase([
      reported(start, { conduct: 'told', dueGiven: start + 100, limit: null }),
      event('c', start + 50, { type: 'told', phase: 'closed', note: '' }),
      event('r', start + 60, { type: 'told', phase: 'dispose', note: '' }),
    ]);
    expect(state.phase).toBe('dispose');
    expect(state.endedAt).toBeNull();
    expect(state.whole?.stoppedAt).toBeNull();
  });

  it('begins with the report', () => {
    expect(() => foldCase([event('x', start, { type: 'told', note: '' })])).toThrow(RangeError);
  });
});
