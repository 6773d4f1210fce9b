/** Longitude and latitude in degrees, WGS-84 / CGCS2000 (one datum inside; others are converted at the edge). */
export type Position = { lon: number; lat: number };

/** Codes of the places a point lies in (GB/T 30428.1); null where it lies in none. `inside` = inside the city. */
export type Located = {
  inside: boolean;
  districtCode: string | null;
  subdistrictCode: string | null;
  communityCode: string | null;
  gridCode: string | null;
};
