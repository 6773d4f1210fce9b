import { expect, it } from 'vitest';
import { fileOptionsOf } from '../../../scripts/import/file-options.ts';

it.each([
  [{}, '--file is missing'],
  [{ file: import.meta.filename }, '--profile is missing'],
  [{ file: import.meta.filename, profile: 'london' }, 'there is no profile london'],
  [{ file: '/no/such/cases.csv', profile: 'boston311' }, 'there is no file /no/such/cases.csv'],
  [{ file: import.meta.dirname, profile: 'boston311' }, 'is a folder'],
  [{ file: import.meta.filename, profile: 'cases-csv', source: 'A b' }, '--source must be'],
  [{ file: import.meta.filename, profile: 'boston311', source: 'x' }, 'Boston has its own'],
])('%j is refused before a store is opened', (values, reason) => {
  expect(() => fileOptionsOf(values)).toThrow(reason);
});

it('takes a file that is there', () => {
  expect(fileOptionsOf({ file: import.meta.filename, profile: 'cases-csv', source: 'hotline' })).toEqual({
    file: import.meta.filename,
    profile: 'cases-csv',
    source: 'hotline',
    timeZone: null,
  });
});
