import { expect, it } from 'vitest';
import { communityOf, NO_FILTER, registerAddress, stateFrom } from '#client/admin/components/register-question.ts';

it('asks for what is chosen alone, page by page', () => {
  expect(registerAddress(NO_FILTER, null)).toBe('/api/v1/components/search?limit=200');
  const filter = { ...NO_FILTER, words: ' 井 ', district: '120101', state: stateFrom('missing'), withCases: true };
  expect(registerAddress(filter, '1201010101000123')).toBe(
    '/api/v1/components/search?limit=200&text=%E4%BA%95&place=120101&state=missing&withCases=true&after=1201010101000123',
  );
  expect(stateFrom('new')).toBe('');
});

it('knows the community of a unit grid', () => {
  expect(communityOf('120101001004012')).toBe('120101001004');
  expect(communityOf('12010100100401')).toBeNull();
  expect(communityOf(null)).toBeNull();
});
