import type { Kind } from '#domain/category/category.ts';

/** Cases of one category over a period. */
export type CountedCategory = {
  readonly kind: Kind;
  readonly code: string;
  readonly filed: number;
  readonly closed: number;
};

/** Filed and closed by type in one county over one period, as published; types without a figure are not in it. */
export const COUNTY_COUNTS: readonly CountedCategory[] = [
  { kind: 'event', code: '0410', filed: 613, closed: 607 },
  { kind: 'event', code: '0207', filed: 367, closed: 361 },
  { kind: 'event', code: '0136', filed: 307, closed: 288 },
  { kind: 'event', code: '0110', filed: 275, closed: 266 },
  { kind: 'event', code: '0107', filed: 191, closed: 189 },
  { kind: 'event', code: '0401', filed: 184, closed: 179 },
  { kind: 'event', code: '0201', filed: 107, closed: 106 },
  { kind: 'event', code: '0112', filed: 90, closed: 89 },
  { kind: 'event', code: '0405', filed: 71, closed: 67 },
  { kind: 'event', code: '0103', filed: 55, closed: 53 },
  { kind: 'event', code: '0113', filed: 6, closed: 1 },
  { kind: 'component', code: '0305', filed: 102, closed: 96 },
  { kind: 'component', code: '0123', filed: 6, closed: 2 },
];

/**
 * Tianmen, December 2016: cases filed and the two leading types with a national code. The 147 of "other appearance"
 * have none and are part of the long tail.
 */
export const CITY_MONTH = {
  filed: 996,
  events: [
    { code: '0201', filed: 474 },
    { code: '0136', filed: 128 },
  ],
} as const;

/** Events without figures, commonest first by our own judgement; what is not named follows in the list's order. */
export const COMMON_EVENTS =
  '0409 0111 0406 0117 0135 0104 0206 0203 0114 0305 0306 0118 0304 0105 0131 0130 0302 0119 0307 0202 0128 0129 0127 ' +
  '0404 0402 0116 0604 0301 0312 0310 0125 0120 0506 0503 0508 0501 0134 0108 0101 0106 0311 0303 0309 0308 0137 0138';

/** Components without figures, commonest first by our own judgement. */
export const COMMON_COMPONENTS =
  '0103 0102 0137 0104 0217 0402 0101 0307 0221 0204 0107 0105 0404 0210 0127 0306 0212 0407 0111 0110 0150 0214 0408 ' +
  '0405 0225 0301 0106 0128 0130 0131 0308 0146 0220 0409 0109 0126';
