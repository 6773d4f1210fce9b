import type { Indicator } from './indicator.ts';
import { BASIC } from './registry/basic.ts';
import { COMPOSITES } from './registry/composite.ts';
import { EXTENSIONS } from './registry/extension.ts';
import { RATIOS } from './registry/ratio.ts';

/** Every indicator, in the order of the standard: basic, ratio, extension, composite. */
export const INDICATORS: readonly Indicator[] = [...BASIC, ...RATIOS, ...EXTENSIONS, ...COMPOSITES];

const byId: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((one) => [one.id, one]));
const byName: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.flatMap((one) => [one.name.zh, ...one.aliases].map((name) => [name, one] as const)),
);

/** The indicator of an id such as `R14`; null when there is none. */
export function findIndicator(id: string): Indicator | null {
  return byId.get(id) ?? null;
}

/** The indicator of an id that is known to exist. Throws RangeError otherwise. */
export function indicator(id: string): Indicator {
  const found = byId.get(id);
  if (!found) throw new RangeError(`there is no indicator ${id}`);
  return found;
}

/** The indicator that a Chinese name or alias means, spaces and full-width forms aside; null when none does. */
export function indicatorNamed(name: string): Indicator | null {
  return byName.get(plainName(name)) ?? null;
}

/** A name as the registry keeps it: half-width, without spaces and without a unit in brackets behind it. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(/\((?:件|起|宗|次|条|%)\)$/, '');
}
