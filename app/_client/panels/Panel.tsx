'use client';
import type { ComponentType } from 'react';
import { PANELS, type PanelKind, type PanelOptions } from './index.ts';
import { PanelFrame } from './panel-frame.tsx';

/** One panel of a screen, by kind. Its failure stays its own. */
export function Panel<Kind extends PanelKind>({ kind, options }: { kind: Kind; options: PanelOptions[Kind] }) {
  const Component: ComponentType<PanelOptions[Kind]> = PANELS[kind];
  return (
    <PanelFrame kind={kind}>
      <Component {...options} />
    </PanelFrame>
  );
}
