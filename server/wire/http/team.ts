import { z } from 'zod';
import { TEAM_KINDS } from '#domain/team/team.ts';
import { epochMs } from './values.ts';

/** A team with its latest position, null while it was never heard. */
export const teamSchema = z.object({
  code: z.string(),
  kind: z.enum(TEAM_KINDS),
  nameZh: z.string(),
  nameEn: z.string(),
  districtCode: z.string(),
  department: z.string().nullable(),
  simulated: z.boolean(),
  fix: z
    .object({
      lon: z.number(),
      lat: z.number(),
      at: epochMs,
      heading: z.number().nullable(),
      speed: z.number().nullable(),
      receivedAt: epochMs,
    })
    .nullable(),
});

export const teamsAnswerSchema = z.object({ teams: z.array(teamSchema) });
