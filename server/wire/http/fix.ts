import { z } from 'zod';
import { lonLatFields } from './position.ts';
import { foreignId, instant } from './values.ts';

/** One position of a team. In this shape for the document and for tests; the server checks it by hand, for speed. */
export const fixSchema = z
  .strictObject({
    team: foreignId(40),
    ...lonLatFields,
    at: instant,
    heading: z.number().min(0).max(360).nullable().default(null).meta({ description: 'Degrees clockwise from north' }),
    speed: z.number().min(0).max(200).nullable().default(null).meta({ description: 'Metres a second' }),
  })
  .meta({
    examples: [
      { team: 'C-120101-004', lon: 117.1983, lat: 39.1322, at: '2026-11-22T08:41:07+08:00', heading: 270, speed: 1.4 },
    ],
  });
export type FixItem = z.output<typeof fixSchema>;
