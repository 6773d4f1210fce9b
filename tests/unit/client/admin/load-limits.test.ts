import { describe, expect, test } from 'vitest';
import { changeOf, draftOf, numberFor } from '#client/admin/load/load-draft.ts';
import { DEFAULT_LOAD_LIMITS, LIMIT_RANGES, LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import { loadLimitsSchema } from '#wire/http/desk.ts';

const limits = DEFAULT_LOAD_LIMITS;

describe('limits of load that are edited', () => {
  test('change what was typed otherwise and nothing else', () => {
    expect(changeOf(limits, draftOf(limits))).toEqual({ change: {}, valid: true, fault: null });
    const draft = { ...draftOf(limits), floodAbove: ' 12 ', returnMinutes: '45.5' };
    expect(changeOf(limits, draft)).toEqual({
      change: { floodAbove: 12, returnMinutes: 45.5 },
      valid: true,
      fault: null,
    });
  });

  test('are not valid while a number is none or does not fit the others', () => {
    for (const text of ['', '-1', '1e3', '5,5', '99999', 'zehn'])
      expect(changeOf(limits, { ...draftOf(limits), spanHours: text }).valid, text).toBe(false);
    expect(changeOf(limits, { ...draftOf(limits), calmBelow: '11' })).toMatchObject({
      valid: false,
      fault: 'calm-above-flood',
    });
    expect(changeOf(limits, { ...draftOf(limits), manageable: '11' })).toMatchObject({
      valid: false,
      fault: 'manageable-above-flood',
    });
  });

  test('take what the server takes, at the ends of every range', () => {
    for (const name of LOAD_LIMITS) {
      const { least, most } = LIMIT_RANGES[name];
      for (const value of [least, most, least - 0.01, most + 1]) {
        const fits = loadLimitsSchema.shape[name].safeParse(value).success;
        expect(numberFor(name, String(value)) !== null, `${name} ${value}`).toBe(fits);
      }
    }
    expect(numberFor('chatteringTimes', '2.5')).toBeNull();
  });
});
