import { z } from 'zod';
import { ROLES } from '#domain/account/role.ts';
import { REQUEST_KINDS } from '#domain/case/request-kind.ts';

/** Who is asking, as the server knows them. A screen and a source have a name too. */
export const meSchema = z.object({
  kind: z.enum(['person', 'source', 'system']),
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  scope: z.string().meta({ description: 'Code of the place whose data they may see and act on' }),
  department: z.string().nullable(),
  answers: z.array(z.enum(REQUEST_KINDS)).meta({ description: 'Requests that their post answers' }),
});
export type Me = z.infer<typeof meSchema>;
