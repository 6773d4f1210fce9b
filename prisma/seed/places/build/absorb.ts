import { signedArea } from '#domain/place/ring.ts';

type Piece = { owner: number; ring: number[] };

/**
 * Gives scraps away: a piece that `isScrap` names joins the piece of another owner with which it shares the longest
 * border (or, where no other touches it in a simple way, stays). Borders must share all corners (`joinCorners`).
 * @returns the remaining pieces, in order.
 */
export function absorbScraps(pieces: readonly Piece[], isScrap: (piece: Piece) => boolean): Piece[] {
  const left: (Piece | null)[] = pieces.map(({ owner, ring }) => ({ owner, ring: [...ring] }));
  const scraps = left.flatMap((piece, at) => (piece !== null && isScrap(piece) ? [at] : []));
  scraps.sort((a, b) => signedArea((left[a] as Piece).ring) - signedArea((left[b] as Piece).ring));
  for (const at of scraps) {
    const scrap = left[at] as Piece;
    if (!isScrap(scrap)) continue;
    const reversed = new Map<string, number>();
    eachEdge(scrap.ring, (key, back, length) => reversed.set(back, length));
    const hosts = left.flatMap((host, index) => {
      if (host === null || index === at || host.owner === scrap.owner) return [];
      let shared = 0;
      eachEdge(host.ring, (key) => (shared += reversed.get(key) ?? 0));
      return shared > 0 ? [{ host, shared }] : [];
    });
    for (const { host } of hosts.sort((a, b) => b.shared - a.shared)) {
      const merged = mergeRings(host.ring, scrap.ring);
      if (merged === null) continue;
      host.ring = merged;
      left[at] = null;
      break;
    }
  }
  return left.filter((piece) => piece !== null);
}

/** One ring around two that touch: their common edges fall away. Null where that leaves no single simple ring. */
export function mergeRings(a: readonly number[], b: readonly number[]): number[] | null {
  const edges = new Map<string, [number, number, number, number]>();
  for (const ring of [a, b])
    eachEdge(ring, (key, back, _length, edge) => {
      if (!edges.delete(back)) edges.set(key, edge);
    });
  const next = new Map<string, [number, number, number, number]>();
  for (const edge of edges.values()) {
    const from = `${edge[0]},${edge[1]}`;
    if (next.has(from)) return null;
    next.set(from, edge);
  }
  const first = edges.values().next().value;
  const merged: number[] = [];
  let edge = first;
  while (edge !== undefined && merged.length < 2 * edges.size) {
    merged.push(edge[0], edge[1]);
    edge = next.get(`${edge[2]},${edge[3]}`);
    if (edge === first) break;
  }
  return edge === first && merged.length === 2 * edges.size && merged.length >= 6 ? merged : null;
}

function eachEdge(
  ring: readonly number[],
  visit: (key: string, back: string, length: number, edge: [number, number, number, number]) => void,
): void {
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    visit(`${ax},${ay},${bx},${by}`, `${bx},${by},${ax},${ay}`, length, [ax, ay, bx, by]);
  }
}
