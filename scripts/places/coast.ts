/** Edges of the sea's map where the sea goes on: no coast is drawn there (microdegrees). */
const CUT = { lon: [112_500_000, 122_000_000], lat: [36_500_000, 41_800_000] };

/** The coastlines around a sea: its rings without the straight edges along which it was cut out. Lines in degrees. */
export function coastOf(sea: readonly (readonly number[][])[]): [number, number][][] {
  return sea.flat().flatMap((ring) => {
    const corners = Array.from({ length: ring.length / 2 }, (_corner, at) => [ring[2 * at], ring[2 * at + 1]]) as [
      number,
      number,
    ][];
    const isCut = (at: number) =>
      isOnCut(corners[at] as [number, number], corners[(at + 1) % corners.length] ?? [0, 0]);
    const first = corners.findIndex((_corner, at) => isCut(at));
    const lines: [number, number][][] = [];
    let line: [number, number][] = [];
    for (let step = 1; step <= corners.length; step++) {
      const at = (Math.max(0, first) + step) % corners.length;
      line.push(corners[at] as [number, number]);
      if (step < corners.length && !isCut(at)) continue;
      if (line.length > 1) lines.push(line);
      line = [];
    }
    if (first === -1) lines[0]?.push(lines[0][0] as [number, number]);
    return lines.map((points) => points.map(([lon, lat]): [number, number] => [lon / 1e6, lat / 1e6]));
  });
}

function isOnCut(a: [number, number], b: [number, number]): boolean {
  return CUT.lon.some((lon) => a[0] === lon && b[0] === lon) || CUT.lat.some((lat) => a[1] === lat && b[1] === lat);
}
