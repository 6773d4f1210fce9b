import { expect, test } from 'vitest';
import { sourceText } from '#client/frame/known-sources.ts';
import { INDICATORS } from '#domain/indicator/registry.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { stageLimitRows } from '#seed/catalogue/stage-limits.ts';

const own = [...conditionRows(), ...stageLimitRows(), ...INDICATORS].map(({ source }) => source);

test.each([...new Set(own)])('the platform’s own source has Chinese words: %s', (source) => {
  for (const part of sourceText(source, 'zh').split('；')) expect(part).toMatch(/\p{Script=Han}/u);
  expect(sourceText(source, 'en')).toBe(source);
});

test('a city’s own words stay as they are', () => {
  expect(sourceText('津城管科〔2019〕120号; 附件二', 'en')).toBe('津城管科〔2019〕120号; 附件二');
  expect(sourceText('Circular 7', 'zh')).toBe('Circular 7');
});
