'use client';
import { useMemo } from 'react';
import type { PanelKind } from '#domain/wall/panel.ts';
import { PANELS } from './index.ts';
import { PanelFrame } from './panel-frame.tsx';

/** One panel of a screen, by kind. Options it does not know leave it as it is by default. Its failure stays its own. */
export function Panel({ kind, options }: { kind: PanelKind; options: Readonly<Record<string, unknown>> }) {
  const { draw: Draw, options: schema } = PANELS[kind];
  const read = useMemo(() => {
    const parsed = schema.safeParse(options);
    if (!parsed.success) console.warn(`options of panel ${kind}`, parsed.error.issues);
    return (parsed.success ? parsed.data : schema.parse({})) as object;
  }, [schema, options, kind]);
  return (
    <PanelFrame kind={kind}>
      <Draw {...read} />
    </PanelFrame>
  );
}
