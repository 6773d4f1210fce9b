export const LEVELS = ['city', 'district', 'subdistrict', 'community', 'grid'] as const;
export type Level = (typeof LEVELS)[number];
