import { NATIONAL_2007, NATIONAL_2013, NATIONAL_2026, type CodeSystemRow } from '#domain/category/code-system.ts';

/** The national code systems, and how well the list of each is known here. */
export function codeSystemRows(): readonly CodeSystemRow[] {
  return [
    {
      id: NATIONAL_2013,
      name: { zh: 'GB/T 30428.2-2013', en: 'GB/T 30428.2-2013' },
      attested: 'lists',
      source: 'public lists: 118 of 121 components, 76 of 83 events',
    },
    {
      id: NATIONAL_2026,
      name: { zh: 'GB/T 47678.5-2026', en: 'GB/T 47678.5-2026' },
      attested: 'second-hand',
      source: 'a public repository’s copy of the directory: 153 components, 250 matters',
    },
    {
      id: NATIONAL_2007,
      name: { zh: 'CJ/T 214-2007', en: 'CJ/T 214-2007' },
      attested: 'numbering-only',
      source: 'its list is not delivered: a city that still uses it imports its own',
    },
  ];
}
