import { expect, test } from 'vitest';
import { gathered, type Finding } from '../../../../scripts/glass/judge/finding.ts';
import { breachesOf, tableOf, type Result } from '../../../../scripts/glass/write-results.ts';

const cut: Finding = { kind: 'cut', level: 'breach', where: 'league', what: '“Binhai” is cut by 4 px', box: null };
const small: Finding = { kind: 'text-size', level: 'warning', where: 'key', what: 'a text of 18.0′', box: null };

const result = (name: string, findings: Finding[]): Result => ({
  name,
  wall: '1080p',
  screen: '1',
  scene: 'overview',
  language: 'zh',
  state: 'busy',
  picture: `pictures/${name}.png`,
  width: 1_920,
  height: 1_080,
  judgement: { smallest: 16.5, leastContrast: 5.42, texts: 300, flashes: null, findings: gathered(findings) },
});

test('the same finding of the same part is told once, breaches first', () => {
  const found = gathered([small, cut, small, small]);
  expect(found.map(({ kind, times }) => [kind, times])).toEqual([
    ['cut', 1],
    ['text-size', 3],
  ]);
});

test('the table counts breaches bold and warnings in brackets, and tells each of them', () => {
  const results = [result('1080p overview busy zh', [cut, small]), result('1080p overview quiet zh', [])];
  const table = tableOf(results);
  expect(results.map(breachesOf)).toEqual([1, 0]);
  expect(table).toContain('2 pictures, 1 breaches');
  expect(table).toContain('| 1080p overview busy zh | 16.5′ | 5.4 | – | (1) | **1** |');
  expect(table).toContain('| 1080p overview quiet zh | 16.5′ | 5.4 | – | – | – |');
  expect(table).toContain('- **breach** 1080p overview busy zh · league · cut: “Binhai” is cut by 4 px');
});
