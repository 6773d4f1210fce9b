import { NO_AREA, type CellCounts } from './cell-labels.ts';

type Piece = { label: number; cells: number[]; points: number; borders: Map<number, number> };

/** A part of an area that holds this share of its points stays apart from the rest. */
const OWN_SHARE = 0.2;
/** An island stays where it holds two points and this share of its area's. */
const ISLAND_SHARE = 0.005;
const MOST_ROUNDS = 500;

/**
 * Makes areas whole: a scrap among neighbours goes to the one with which it shares the longest border, and an island
 * with hardly a point sinks. Changes `labels`.
 */
export function makeWhole(columns: number, labels: Int32Array, counts: CellCounts): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const pieces = piecesOf(columns, labels, counts);
    const scrap = smallestScrap(pieces);
    if (scrap === null) return;
    for (const cell of scrap.cells) labels[cell] = hostOf(scrap);
  }
}

function smallestScrap(pieces: readonly Piece[]): Piece | null {
  const largest = new Map<number, Piece>();
  const points = new Map<number, number>();
  for (const piece of pieces) {
    const best = largest.get(piece.label);
    if (best === undefined || isLarger(piece, best)) largest.set(piece.label, piece);
    points.set(piece.label, (points.get(piece.label) ?? 0) + piece.points);
  }
  let found: Piece | null = null;
  for (const piece of pieces) {
    if (largest.get(piece.label) === piece) continue;
    const share = piece.points / Math.max(1, points.get(piece.label) ?? 0);
    const stays = piece.borders.size === 0 ? piece.points >= 2 && share >= ISLAND_SHARE : share >= OWN_SHARE;
    if (!stays && (found === null || isLarger(found, piece))) found = piece;
  }
  return found;
}

function isLarger(a: Piece, b: Piece): boolean {
  return a.points > b.points || (a.points === b.points && a.cells.length > b.cells.length);
}

function hostOf({ borders }: Piece): number {
  let host = NO_AREA;
  for (const [label, length] of borders) if (length > (borders.get(host) ?? 0)) host = label;
  return host;
}

function piecesOf(columns: number, labels: Int32Array, counts: CellCounts): Piece[] {
  const seen = new Uint8Array(labels.length);
  const pieces: Piece[] = [];
  labels.forEach((label, first) => {
    if (label === NO_AREA || seen[first] === 1) return;
    const piece: Piece = { label, cells: [first], points: 0, borders: new Map() };
    seen[first] = 1;
    for (let at = 0; at < piece.cells.length; at++) {
      const cell = piece.cells[at] as number;
      piece.points += counts.of[cell * counts.areas + label] as number;
      for (const next of [cell + 1, cell - 1, cell + columns, cell - columns]) {
        const other = labels[next] ?? NO_AREA;
        if (other === label) {
          if (seen[next] === 0) piece.cells.push(next);
          seen[next] = 1;
        } else if (other !== NO_AREA) piece.borders.set(other, (piece.borders.get(other) ?? 0) + 1);
      }
    }
    pieces.push(piece);
  });
  return pieces;
}
