import { expect, test } from 'vitest';
import { dutyWatch } from '#application/task/duty-watch.ts';
import { plainCalendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';

const night = { name: { zh: '滨海新区', en: 'Binhai' }, hours: [{ intervals: [['20:00', '23:00']] as const }] };
const calendar = compileCalendar({ ...plainCalendar, districts: { '120116': night } });
const at = (time: string): number => Date.parse(`2026-03-04T${time}:00+08:00`);

const isOut = dutyWatch({
  calendar: () => calendar,
  onDutyMinutes: () => 10,
  teamOf: (code) => (code === 'nobody' ? null : { districtCode: code }),
});

test('a collector is on duty by the hours of the own district, with a fresh position', () => {
  const fix = (team: string, time: string) => ({ team, at: at(time), lon: 117, lat: 39, heading: null, speed: null });
  expect(isOut(fix('120116', '21:00'), at('21:05'))).toBe(true);
  expect(isOut(fix('120116', '20:50'), at('21:05'))).toBe(false);
  expect(isOut(fix('120116', '10:00'), at('10:05'))).toBe(false);
  expect(isOut(fix('120101', '10:00'), at('10:05'))).toBe(true);
  expect(isOut(fix('120101', '21:00'), at('21:05'))).toBe(false);
  // Of one who is not on the roster the city's hours count.
  expect(isOut(fix('nobody', '10:00'), at('10:05'))).toBe(true);
});
