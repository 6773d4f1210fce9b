import { pointToPlane, TIANJIN_PLANE } from '../../prisma/seed/places/build/plane.ts';

type Line = [number, number][];
/** GSHHG: level 2 to 4 rivers by size, 8 canals. */
export type RiverPiece = { level: number; line: Line };
export type River = { zh: string; en: string; level: number; lines: Line[] };

/** Where the Yongding, North Canal, South Canal and Ziya meet and the Hai begins (Sanchahekou). */
const MEETING: [number, number] = [117.171115, 39.138888];

/** Which pieces make up which river, by where a piece starts; the source has no names. */
const starts: { zh: string; en: string; from: [number, number][] }[] = [
  { zh: '潮白河', en: 'Chaobai River', from: [[116.828061, 40.478889], [116.765698, 40]] },
  { zh: '温榆河', en: 'Wenyu River', from: [[116.507225, 40.074723], [116.638712, 40]] },
  { zh: '滦河', en: 'Luan River', from: [[118.26334, 40.499718]] },
  { zh: '永定河', en: 'Yongding River', from: [[116.505562, 39.461952], [117, 39.345556]] },
  { zh: '子牙河', en: 'Ziya River', from: [[116.813855, 39], [116.887495, 39.01944], [117, 39.154162], [116.502495, 38.531395]] },
  { zh: '北运河', en: 'North Canal', from: [[116.662776, 39.919173], [117, 39.535607]] },
  { zh: '南运河', en: 'South Canal', from: [[116.891661, 39.004715], [117, 39.120058], [116.866667, 38.40444]] },
  { zh: '海河', en: 'Hai River', from: [[117.498894, 39], [117.519448, 39], [117.58645, 39], [117.645365, 39]] },
]; // prettier-ignore

/** Names the rivers and joins their pieces. Throws where a piece belongs to none. */
export function nameRivers(pieces: readonly RiverPiece[]): River[] {
  const rivers = starts.map(({ zh, en }): River => ({ zh, en, level: 8, lines: [] }));
  const hai = rivers.find((river) => river.en === 'Hai River') as River;
  for (const { level, line } of pieces) {
    const [lon, lat] = line[0] as [number, number];
    const at = starts.findIndex(({ from }) => from.some(([x, y]) => x === lon && y === lat));
    const river = rivers[at];
    if (river === undefined) throw new Error(`no river starts at ${lon}, ${lat}`);
    river.level = Math.min(river.level, level);
    const [upper, lower] = river.en === 'Yongding River' ? parted(line) : [line, null];
    river.lines.push(upper);
    if (lower !== null) [hai.level] = [level, hai.lines.push(lower)];
  }
  return rivers.map((river) => ({ ...river, lines: joined(river.lines) }));
}

/** The Yongding's last piece runs on as the Hai from where the rivers meet. */
function parted(line: Line): [Line, Line | null] {
  const meeting = pointToPlane(TIANJIN_PLANE, ...MEETING);
  const away = line.map(([lon, lat]) => {
    const [x, y] = pointToPlane(TIANJIN_PLANE, lon, lat);
    return Math.hypot(x - meeting[0], y - meeting[1]);
  });
  const nearest = away.indexOf(Math.min(...away));
  if ((away[nearest] as number) > 2_000 || nearest === line.length - 1) return [line, null];
  return [line.slice(0, nearest + 1), line.slice(nearest)];
}

function joined(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    let grown = line;
    for (let at = neighbourOf(grown, out); at !== -1; at = neighbourOf(grown, out)) {
      const [other] = out.splice(at, 1) as [Line];
      grown = isSame(grown.at(-1), other[0]) ? [...grown, ...other] : [...other, ...grown];
    }
    out.push(grown);
  }
  return out;
}

function neighbourOf(line: Line, others: readonly Line[]): number {
  return others.findIndex((other) => isSame(line.at(-1), other[0]) || isSame(other.at(-1), line[0]));
}

/** Pieces of one river end within some 800 m of each other at the edges of the source's tiles. */
function isSame(a: [number, number] | undefined, b: [number, number] | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) < 0.009 && Math.abs(a[1] - b[1]) < 0.009;
}
