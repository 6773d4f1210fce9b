import { busyDistricts } from '#domain/place/busy-districts.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Located, Position } from '#domain/place/position.ts';
import { WeightedPick, type Random } from './random.ts';

/** The busy districts' share of the cases at least, as Tianjin's six have it; more where more people live in them. */
const BUSY_SHARE = 0.43;

/** A spot where something was found. */
export type Spot = { position: Position; place: Located; address: string };

type Area = { ordinal: number; districtCode: string; grids: readonly number[] };

/** Where things happen: denser in the centre, elsewhere by residents, always inside unit grids where there are any. */
export class SimCity {
  readonly index: PlaceIndex;
  /** Subdistricts with their grids, by district. */
  readonly areas: ReadonlyMap<string, readonly Area[]>;
  /** Residents' share of the work of each district; all sum to 1. */
  readonly districtShares: ReadonlyMap<string, number>;
  private readonly pickArea: WeightedPick<Area>;

  constructor(index: PlaceIndex) {
    this.index = index;
    const areas = areasOf(index);
    this.areas = areas;
    this.districtShares = sharesOf(index, [...areas.keys()]);
    const gridsOf = (code: string): number =>
      (areas.get(code) ?? []).reduce((sum, { grids }) => sum + Math.max(1, grids.length), 0);
    const totals = new Map([...areas.keys()].map((code) => [code, gridsOf(code)]));
    this.pickArea = new WeightedPick([...areas.values()].flat(), ({ districtCode, grids }) => {
      const share = this.districtShares.get(districtCode) ?? 0;
      // Between the extremes: neither as empty as its area says nor as full as its neighbour.
      return (share * Math.max(1, grids.length)) / (totals.get(districtCode) ?? 1);
    });
  }

  pick(random: Random): Spot {
    const area = this.pickArea.pick(random);
    return this.spotAt(this.pointIn(area, random), random);
  }

  /** A spot at a point, with an address as its place has it. */
  spotAt(position: Position, random: Random): Spot {
    const place = this.index.locate(position.lon, position.lat);
    return { position, place, address: this.addressOf(place, random) };
  }

  /** A point in a unit grid of the area; in its middle where it has none. */
  pointIn({ ordinal, grids }: Area, random: Random): Position {
    const chosen = grids.length > 0 ? (grids[random.index(grids.length)] as number) : ordinal;
    const { centroid } = this.index.places[chosen] as { centroid: Position };
    if (grids.length === 0) return centroid;
    for (let attempt = 0; attempt < 6; attempt++) {
      const lon = centroid.lon + random.between(-0.0006, 0.0006);
      const lat = centroid.lat + random.between(-0.00045, 0.00045);
      if (this.index.locateOrdinal(lon, lat) === chosen) return { lon, lat };
    }
    return centroid;
  }

  private addressOf({ subdistrictCode, communityCode }: Located, random: Random): string {
    const name = (code: string | null): string => (code === null ? '' : (this.index.get(code)?.nameZh ?? ''));
    const community = name(communityCode).replace(/(居委会|村委会|社区居委会)$/, '');
    const spot = SPOTS[random.index(SPOTS.length)] as string;
    return `${name(subdistrictCode)}${community}${spot.replace('#', String(1 + random.index(60)))}`;
  }
}

/** Made-up spots: no real door. */
const SPOTS = [
  '#号楼前',
  '#号楼东侧',
  '#号院门口',
  '临街#号商铺前',
  '#号院北侧便道',
  '路口东北角',
  '路口西侧',
  '公交站旁',
  '菜市场门口',
  '#号杆旁',
];

function areasOf(index: PlaceIndex): Map<string, Area[]> {
  const areas = new Map<string, Area[]>();
  index.places.forEach(({ level, parentCode }, ordinal) => {
    if (level !== 'subdistrict' || parentCode === null) return;
    const grids = index.childrenOf(ordinal).flatMap((community) => [...index.childrenOf(community)]);
    const list = areas.get(parentCode) ?? [];
    list.push({ ordinal, districtCode: parentCode, grids });
    areas.set(parentCode, list);
  });
  return areas;
}

function sharesOf(index: PlaceIndex, districts: readonly string[]): Map<string, number> {
  const busy = new Set(busyDistricts(index).map(({ code }) => code));
  const residents = (code: string): number => index.get(code)?.population ?? 100_000;
  const total = (isBusy: boolean): number =>
    districts.filter((code) => busy.has(code) === isBusy).reduce((sum, code) => sum + residents(code), 0);
  const [inside, outside] = [total(true), total(false)];
  const busyShare = outside === 0 ? 1 : inside === 0 ? 0 : Math.max(BUSY_SHARE, inside / (inside + outside));
  return new Map(
    districts.map((code) => {
      const isBusy = busy.has(code);
      return [code, ((isBusy ? busyShare : 1 - busyShare) * residents(code)) / (isBusy ? inside : outside)];
    }),
  );
}
