import clipping from 'polygon-clipping';
import Flatbush from 'flatbush';
import { joinCorners } from '../junctions.ts';
import { coverOf, gapsIn } from '../topology/gaps.ts';
import { findOverlaps, type Overlaps } from '../topology/overlaps.ts';
import { findStrays, uncovered } from '../topology/parents.ts';
import { commonBorders, Surroundings } from '../topology/relations.ts';
import {
  Corners,
  closed,
  isInside,
  opened,
  pieceAreaM2,
  pieceWidthM,
  pointIn,
  shapeOf,
  type Piece,
  type Shape,
} from '../topology/shape.ts';
import type { KnownOutline } from './check-together.ts';
import type { PlaceProblem } from './feature.ts';
import { likelyStrays } from './likely-strays.ts';
import type { ReadPlace } from './read-places.ts';

/** Seams: pieces under the tolerance, counted and not listed. Square metres. */
export type Seams = { gaps: number; gapM2: number; overlaps: number; overlapM2: number };
export type GroundCheck = { problems: PlaceProblem[]; seams: Seams };

/**
 * Checks how outlines lie to each other and to their parents: ground that two hold, ground that none holds, places outside
 * their parent.
 *
 * @param parents outlines of the level above; none: gaps are then holes between the places alone.
 * @param toleranceM2 smaller pieces are seams.
 */
export function checkGround(
  places: readonly ReadPlace[],
  parents: readonly KnownOutline[],
  toleranceM2: number,
): GroundCheck {
  const shaped = places.filter((place) => place.parts !== null);
  const needed = new Set(shaped.map(({ parent }) => parent));
  const above = parents.filter(({ code, parts }) => needed.has(code) && parts.length > 0);
  const { shapes, parentShapes } = shapesOf(shaped, above);
  const ground = new Ground(shaped, toleranceM2);
  const overlaps = findOverlaps(shapes);
  ground.overlaps(overlaps);
  const tangled = new Set(
    [...overlaps.found, ...overlaps.failed].flatMap(({ first, second }) => [first.at, second.at]),
  );
  for (const shape of shapes) if (ground.isCrossing(shape)) tangled.add(shape.at);
  const cover = coverOf(shapes, tangled);
  ground.notChecked(cover.failed);
  const around = new Surroundings(shapes);
  const holes = gapsIn(cover.rings);
  for (const hole of holes) ground.gap(hole, around, null);
  if (parentShapes.length > 0) ground.againstParents(shapes, parentShapes, above, holes, tangled, around);
  else ground.problems.push(...likelyStrays(shaped, shapes, overlaps.found, commonBorders(shapes)));
  return ground;
}

function shapesOf(
  shaped: readonly ReadPlace[],
  above: readonly KnownOutline[],
): { shapes: Shape[]; parentShapes: Shape[] } {
  const all = [
    ...shaped.map(({ parts, problems }) => cleaned(parts ?? [], problems)),
    ...above.map(({ parts }) => parts.map((rings) => rings.map((ring) => Array.from(ring)))),
  ];
  const joined = joinCorners(all.flat(2));
  let next = 0;
  const corners = new Corners();
  const shapes = all.map((parts, at) =>
    shapeOf(
      at < shaped.length ? at : at - shaped.length,
      parts.map((rings) => rings.map(() => joined[next++] ?? [])),
      corners,
    ),
  );
  return { shapes: shapes.slice(0, shaped.length), parentShapes: shapes.slice(shaped.length) };
}

/** An outline that crosses itself as the ground it encloses, so that the others can be checked against it. */
function cleaned(parts: number[][][], problems: readonly PlaceProblem[]): number[][][] {
  if (!problems.some(({ kind }) => kind === 'self-intersection')) return parts;
  try {
    const pieces = clipping.union(parts.map((rings) => rings.map(closed)));
    return pieces.map((piece) => piece.map((ring) => opened(ring).map(Math.round)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return parts;
  }
}

class Ground implements GroundCheck {
  readonly problems: PlaceProblem[] = [];
  readonly seams: Seams = { gaps: 0, gapM2: 0, overlaps: 0, overlapM2: 0 };
  private readonly places: readonly ReadPlace[];
  private readonly toleranceM2: number;

  constructor(places: readonly ReadPlace[], toleranceM2: number) {
    this.places = places;
    this.toleranceM2 = toleranceM2;
  }

  isCrossing({ at }: Shape): boolean {
    return this.places[at]?.problems.some(({ kind }) => kind === 'self-intersection') ?? false;
  }

  overlaps({ found, failed }: Overlaps): void {
    for (const { first, second, pieces } of found) {
      const codes = [this.labelOf(first.at), this.labelOf(second.at)];
      for (const piece of pieces) {
        const areaM2 = pieceAreaM2(piece);
        if (areaM2 <= this.toleranceM2) {
          this.seams.overlaps++;
          this.seams.overlapM2 += areaM2;
        } else {
          const reason = `${codes.join(' and ')} both hold ${metres(areaM2)}, ${width(piece)} wide`;
          this.add('overlap', codes, areaM2, piece, reason, 'Draw their common border once, and let both use it.');
        }
      }
    }
    this.notChecked(failed.flatMap(({ first, second }) => [first, second]));
  }

  gap(piece: Piece, around: Surroundings, parent: string | null): void {
    const areaM2 = pieceAreaM2(piece);
    if (areaM2 <= this.toleranceM2) {
      this.seams.gaps++;
      this.seams.gapM2 += areaM2;
      return;
    }
    const codes = around.around(piece).map((at) => this.labelOf(at));
    const where = codes.length > 0 ? `between ${codes.join(', ')}` : 'without neighbours';
    const inside = parent === null ? '' : ` in ${parent}`;
    const reason = `${metres(areaM2)}${inside} belong to no place, ${width(piece)} wide, ${where}`;
    this.add(
      'gap',
      parent === null ? codes : [...codes, parent],
      areaM2,
      piece,
      reason,
      'Give the ground to a neighbour, or add the missing place.',
    );
  }

  againstParents(
    shapes: readonly Shape[],
    parentShapes: readonly Shape[],
    above: readonly KnownOutline[],
    holes: readonly Piece[],
    tangled: ReadonlySet<number>,
    around: Surroundings,
  ): void {
    const byCode = new Map(above.map(({ code }, at) => [code, parentShapes[at]]));
    const parentOf = ({ at }: Shape): Shape | undefined => byCode.get(this.places[at]?.parent ?? '');
    const strays = findStrays(shapes, parentShapes, parentOf, this.toleranceM2);
    const codeOf = (parent: Shape | undefined): string => above[parent?.at ?? -1]?.code ?? '';
    for (const { child, outside, outsideM2, actual } of strays.found) {
      const largest = outside.reduce((best, piece) => (pieceAreaM2(piece) > pieceAreaM2(best) ? piece : best));
      const [own, said] = [this.labelOf(child.at), codeOf(parentOf(child))];
      if (actual !== null) {
        const reason = `${own} lies in ${codeOf(actual.parent)}, its code says ${said}`;
        this.add(
          'wrong-parent',
          [own, said, codeOf(actual.parent)],
          actual.areaM2,
          largest,
          reason,
          'Mend its code, or its outline.',
          child.at,
        );
      } else {
        const reason = `${metres(outsideM2)} of ${own} lie outside its parent ${said}`;
        this.add(
          'outside-parent',
          [own, said],
          outsideM2,
          largest,
          reason,
          'Let it end at the border of its parent.',
          child.at,
        );
      }
    }
    this.notChecked(strays.failed);
    if (shapes.length === 0) return;
    const index = new Flatbush(shapes.length);
    for (const { box } of shapes) index.add(...box);
    index.finish();
    const known = holes.map((hole) => shapeOf(0, [hole.map(opened)], new Corners()));
    for (const parent of parentShapes) {
      const near = index.search(...parent.box).map((at) => shapes[at] as Shape);
      try {
        const open = uncovered(parent, coverOf(near, tangled).rings);
        for (const piece of open)
          if (!known.some((hole) => isInside(hole, ...pointIn(piece)))) this.gap(piece, around, codeOf(parent));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        this.notChecked([], codeOf(parent));
      }
    }
  }

  notChecked(shapes: readonly Shape[], ...codes: string[]): void {
    const labels = [...new Set([...shapes.map(({ at }) => this.labelOf(at)), ...codes])];
    if (labels.length === 0) return;
    const reason = `the ground of ${labels.slice(0, 10).join(', ')} could not be compared with its neighbours`;
    this.add('not-checked', labels, null, null, reason, 'Look for spikes and doubled corners in these outlines.');
  }

  private labelOf(at: number): string {
    return this.places[at]?.label ?? '';
  }

  private add(
    kind: PlaceProblem['kind'],
    codes: string[],
    areaM2: number | null,
    piece: Piece | null,
    reason: string,
    hint: string,
    at?: number,
  ): void {
    const line = at === undefined ? null : (this.places[at]?.line ?? null);
    const point = piece === null ? null : pointIn(piece);
    this.problems.push({
      kind,
      codes: [...new Set(codes)],
      areaM2,
      at: point === null ? null : [Math.round(point[0]) / 1e6, Math.round(point[1]) / 1e6],
      line,
      field: 'geometry',
      reason,
      hint,
      refuses: false,
      outline: piece === null ? null : piece.map((ring) => ring.map(([x, y]) => [x / 1e6, y / 1e6])),
    });
  }
}

function metres(areaM2: number): string {
  return `${areaM2.toFixed(areaM2 < 100 ? 1 : 0)} m²`;
}

function width(piece: Piece): string {
  return `${pieceWidthM(piece).toFixed(1)} m`;
}
