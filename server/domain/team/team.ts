import type { Position } from '#domain/place/position.ts';

export const TEAM_KINDS = ['collector', 'crew', 'vehicle'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** Collectors and crews with a position. `code` is stable; `department` null for collectors of the supervision centre. */
export type Team = {
  code: string;
  kind: TeamKind;
  nameZh: string;
  nameEn: string;
  districtCode: string;
  department: string | null;
  simulated: boolean;
};

/** One position report (fix). `at` epoch ms by the device; heading in degrees clockwise from north, speed in m/s. */
export type Fix = Position & { team: string; at: number; heading: number | null; speed: number | null };
