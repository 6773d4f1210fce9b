import type { ListProblem } from './list-kind.ts';

/** A district of the city with its names. */
export type NamedDistrict = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** Reads the city's districts as they are now. Rejects with StoreUnavailable. */
export type DistrictSource = () => Promise<readonly NamedDistrict[]>;

/**
 * The district that a cell names by its six-digit code or its name in either language; null where the cell is empty or
 * names the city, undefined where there is no such district.
 */
export function findDistrict(cell: string, districts: readonly NamedDistrict[]): NamedDistrict | null | undefined {
  const text = cell.trim();
  if (text === '' || /^(?:市|市级|全市|city)$/i.test(text)) return null;
  const word = text.toLowerCase();
  return districts.find(
    ({ code, nameZh, nameEn }) => code === text || nameZh === text || nameEn.toLowerCase() === word,
  );
}

/** Why a cell is refused, and how to mend it. */
export function noDistrict(cell: string): [reason: ListProblem['reason'], hint: ListProblem['hint']] {
  const shown = cell.slice(0, 40);
  return [
    { zh: `没有“${shown}”这个区`, en: `there is no district “${shown}”` },
    {
      zh: '写区的六位代码或名称；全市留空',
      en: 'write the district’s six-digit code or its name; leave it empty for the city',
    },
  ];
}
