'use client';
import '../frame/no-eval.ts';
import { useMemo } from 'react';
import type { PanelKind } from '#domain/wall/panel.ts';
import { usePaintHold } from '../heal/readiness.ts';
import type { LaterPanel, PanelEntry } from './entry.ts';
import { PANELS } from './index.ts';
import { PanelFrame } from './panel-frame.tsx';
import { usePanelCode } from './use-panel-code.ts';

type Props = { kind: PanelKind; options: Readonly<Record<string, unknown>> };

/** One panel of a screen, by kind. Options it does not know leave it as it is by default. Its failure stays its own. */
export function Panel({ kind, options }: Props) {
  const entry = PANELS[kind];
  return (
    <PanelFrame kind={kind}>
      {'load' in entry ? (
        <Later kind={kind} options={options} panel={entry} />
      ) : (
        <Drawn kind={kind} options={options} entry={entry} />
      )}
    </PanelFrame>
  );
}

function Later({ panel, ...props }: Props & { panel: LaterPanel }) {
  const entry = usePanelCode(panel);
  usePaintHold(entry === null);
  return entry === null ? null : <Drawn {...props} entry={entry} />;
}

function Drawn({ kind, options, entry: { draw: Draw, options: schema } }: Props & { entry: PanelEntry }) {
  const read = useMemo(() => {
    const parsed = schema.safeParse(options);
    if (!parsed.success) console.warn(`options of panel ${kind}`, parsed.error.issues);
    return (parsed.success ? parsed.data : schema.parse({})) as object;
  }, [schema, options, kind]);
  return <Draw {...read} />;
}
