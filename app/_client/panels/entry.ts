import type { ComponentType } from 'react';
import type { z } from 'zod';

/** One kind of panel: what it may be told, with defaults, and what draws it. */
export type PanelEntry = { options: z.ZodType; draw: ComponentType<object> };

/** A panel whose code is so large that it comes once the rest of the screen stands. */
export type LaterPanel = { load: () => Promise<PanelEntry> };

/** Keeps the options' type between schema and component; `options` must parse `{}` to the defaults. */
export function panel<Schema extends z.ZodType>(options: Schema, draw: ComponentType<z.output<Schema>>): PanelEntry {
  return { options, draw: draw as ComponentType<object> };
}
