import { expect, test } from 'vitest';
import { openZone } from '#domain/calendar/zone.ts';
import { createInstantReader } from '#adapters/files/local-time.ts';

const boston = createInstantReader(openZone('America/New_York'));

test.each([
  ['2015-01-01T00:20:09', '2015-01-01T05:20:09Z'],
  ['2015-07-01 00:20', '2015-07-01T04:20:00Z'],
  ['2015-07-01', '2015-07-01T04:00:00Z'],
  ['2015-07-01T00:20:09.5+02:00', '2015-06-30T22:20:09.500Z'],
  ['2015-07-01T00:20:09Z', '2015-07-01T00:20:09Z'],
  // Clocks jump from 02:00 to 03:00, and show 01:00–02:00 twice.
  ['2015-03-08T01:59:59', '2015-03-08T06:59:59Z'],
  ['2015-03-08T02:30:00', '2015-03-08T07:00:00Z'],
  ['2015-03-08T03:00:00', '2015-03-08T07:00:00Z'],
  ['2015-11-01T01:30:00', '2015-11-01T05:30:00Z'],
  ['2015-11-01T02:00:00', '2015-11-01T07:00:00Z'],
])('%s in Boston is %s', (text, instant) => {
  expect(boston(text)).toBe(Date.parse(instant));
});

test.each(['', 'soon', '2015-02-29T00:00:00', '2015-01-01T24:00:00', '2015-1-1', '01/02/2015', '2015-01-01T00:60'])(
  '"%s" is no instant',
  (text) => expect(boston(text)).toBeNull(),
);
