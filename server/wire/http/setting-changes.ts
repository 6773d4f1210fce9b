import { z } from 'zod';
import { epochMs } from './values.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Who changed which settings when, newest first, as the audit's lines have it. */
export const settingChangesSchema = z.object({
  changes: z.array(
    z.object({
      at: epochMs,
      by: z.string(),
      values: z.array(
        z.object({
          name: z.string(),
          was: value.meta({ description: 'Null where an older release did not write it down' }),
          is: value,
        }),
      ),
    }),
  ),
});
export type SettingChangesAnswer = z.output<typeof settingChangesSchema>;

export const exampleSettingChanges: SettingChangesAnswer = {
  changes: [{ at: 1795308067000, by: '系统管理员', values: [{ name: 'command', was: 'two-level', is: 'one-level' }] }],
};
