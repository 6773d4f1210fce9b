import type { CategoryKey } from '../category/category.ts';
import type { Position } from '../place/position.ts';

/** 完好, 破损, 丢失, 废弃. */
export const COMPONENT_STATES = ['intact', 'damaged', 'missing', 'abandoned'] as const;
export type ComponentState = (typeof COMPONENT_STATES)[number];

/** How exactly it was surveyed: A within 0.5 m, B within 1 m, C within 10 m. */
export const ACCURACY_CLASSES = ['A', 'B', 'C'] as const;
export type AccuracyClass = (typeof ACCURACY_CLASSES)[number];

/** A physical public facility with an identity, a place and an owner (GB/T 30428.2). Dates are YYYY-MM-DD. */
export type Component = {
  code: string;
  /** Name of the code's scheme, see CODE_SCHEMES. */
  scheme: string;
  categoryKey: CategoryKey;
  name: string;
  /** 权属, 养护 and 主管 departments, code or name as the register has it; empty where unknown. */
  owner: string;
  maintainer: string;
  supervisor: string;
  /** As the register says; null where it says nothing, and the place index knows better. */
  gridCode: string | null;
  state: ComponentState;
  installedOn: string | null;
  changedOn: string | null;
  accuracy: AccuracyClass | null;
  position: Position;
  source: string;
  note: string;
  /** Made up for demonstration. */
  simulated: boolean;
};
