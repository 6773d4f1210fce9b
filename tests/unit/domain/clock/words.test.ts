import { expect, test } from 'vitest';
import { durationText, limitText } from '#domain/clock/words.ts';

test.each([
  [0, '0 min', '0分'],
  [45_000, '45 s', '45秒'],
  [90_000, '1 min 30 s', '1分30秒'],
  [3_600_000, '1 h', '1小时'],
  [4_859_000, '1 h 20 min', '1小时20分'],
  [-5_400_000, '−1 h 30 min', '−1小时30分'],
])('%d ms reads %s and %s', (ms, en, zh) => {
  expect([durationText(ms, 'en'), durationText(ms, 'zh')]).toEqual([en, zh]);
});

test.each([
  [{ value: 1, unit: 'urgent-hour' }, '1 urgent hour', '1 紧急工作时'],
  [{ value: 0.5, unit: 'working-day' }, '0.5 working days', '0.5 工作日'],
  [{ value: 30, unit: 'minute' }, '30 minutes', '30 分钟'],
] as const)('%o reads %s and %s', (limit, en, zh) => {
  expect([limitText(limit, 'en'), limitText(limit, 'zh')]).toEqual([en, zh]);
});
