import { z } from 'zod';
import { DATUMS } from '#domain/place/datum.ts';

/** Degrees as any number: whether they can be true is checked after parsing, with an explanation. */
export const lonLatFields = {
  lon: z.number({ error: 'is not a number of degrees' }).meta({ description: 'Degrees east' }),
  lat: z.number({ error: 'is not a number of degrees' }).meta({ description: 'Degrees north' }),
  datum: z
    .string()
    .max(20)
    .default('wgs84')
    .meta({
      description: `One of ${DATUMS.join(', ')}. gcj02 and bd09 are converted; any other word is refused.`,
      examples: [...DATUMS],
    }),
};

export const incomingPositionSchema = z
  .strictObject(lonLatFields)
  .meta({ examples: [{ lon: 117.2046, lat: 39.1333, datum: 'gcj02' }] });

export const positionSchema = z
  .object({ lon: z.number(), lat: z.number() })
  .meta({ description: 'Degrees, WGS-84 / CGCS2000', examples: [{ lon: 117.1983, lat: 39.1322 }] });

export const locatedSchema = z
  .object({
    inside: z.boolean().meta({ description: 'Whether the point lies in the city' }),
    districtCode: z.string().nullable(),
    subdistrictCode: z.string().nullable(),
    communityCode: z.string().nullable(),
    gridCode: z.string().nullable(),
  })
  .meta({
    examples: [
      {
        inside: true,
        districtCode: '120101',
        subdistrictCode: '120101001',
        communityCode: '120101001004',
        gridCode: '120101001004012',
      },
    ],
  });
