import type { CaseChange, CaseTable } from '#application/projection/case-table.ts';
import { HeatField, latticeOf, type Bounds } from '#wire/heat-field.ts';
import type { ScopePlaces } from '#application/projection/place-scope.ts';
import { encodeHeat } from '#wire/heat-frame.ts';
import type { Frame, FrameSource } from './frame-channel.ts';

/** The `heat` topic of a scope: the density of its open cases, on the whole city's lattice. */
export class HeatSource implements FrameSource {
  readonly everyMs = 2_000;
  private readonly field: HeatField;
  private readonly scope: ScopePlaces;

  constructor(table: CaseTable, scope: ScopePlaces, bounds: Bounds) {
    this.scope = scope;
    this.field = new HeatField(latticeOf(bounds));
    for (let row = 0; row < table.length; row++) {
      const facts = table.factsAt(row);
      if (scope.has(facts.place)) this.field.add(facts, 1);
    }
  }

  caseChanged({ before, after, byTime }: CaseChange): void {
    if (
      byTime ||
      (before && after && before.lon === after.lon && before.lat === after.lat && before.place === after.place)
    )
      return;
    if (before && this.scope.has(before.place)) this.field.add(before, -1);
    if (after && this.scope.has(after.place)) this.field.add(after, 1);
  }

  make(): Frame | null {
    if (!this.field.changed) return null;
    const bytes = encodeHeat(this.field.take());
    return { full: () => ({ bytes }) };
  }
}
