import type { Lane } from '#wire/figures.ts';
import type { Camera } from '../../map/camera.ts';
import type { Picture } from '../../realtime/picture.ts';
import type { FrameStore } from '../../stores/frame-store.ts';
import { Signal } from '../../stores/signal.ts';
import { Throttle } from '../../stores/throttle.ts';
import { all } from '../layer-stack.ts';
import { caseAlerts } from './case-alerts.ts';
import { numberedSpots } from './numbered.ts';
import { smallShapes, type SmallShape } from './small-shapes.ts';

const EVERY_MS = 1_000;
/** Time alone moves cases from due soon to out of time. */
const EVERY_TICKS = 5;

/** Whose groups have numbered shapes, and the category (its key) that alone counts; null: all do. */
export type AlertsShown = { lane: FrameStore<Lane>; category: string | null };

/**
 * Where a map's small alert shapes stand. Found once and drawn from by the layer, and by the labels that keep clear of
 * them. While the map flies, shapes stay where they are on the ground.
 */
export class MapAlerts extends Signal {
  value: readonly SmallShape[] = [];
  readonly #picture: Picture;
  readonly #camera: Camera;
  readonly #u: number;
  #told: AlertsShown | null = null;

  constructor(picture: Picture, camera: Camera, u: number) {
    super();
    this.#picture = picture;
    this.#camera = camera;
    this.#u = u;
  }

  /** Keeps the shapes up until the returned function is called. */
  follow(shown: AlertsShown): () => void {
    this.#told = shown;
    const throttle = new Throttle(EVERY_MS);
    const again = (): void => throttle.run(() => this.#find());
    let tick = 0;
    again();
    return all(
      () => throttle.cancel(),
      this.#picture.cases.subscribe(again),
      shown.lane.subscribe(again),
      this.#camera.subscribe(() => {
        if (this.#camera.view.flying) return;
        throttle.cancel();
        this.#find();
      }),
      this.#picture.ticker.follow(() => {
        tick += 1;
        if (tick % EVERY_TICKS === 0) again();
      }),
    );
  }

  #find(): void {
    const { cases, dictionary } = this.#picture;
    const { lane = null, category = null } = this.#told ?? {};
    const groups = (lane?.value?.groups ?? []).filter((group) => category === null || group.categoryKey === category);
    const numbered = new Set(groups.flatMap(({ caseIds }) => caseIds));
    const ordinal =
      category === null ? null : (dictionary.value?.categories.findIndex(({ key }) => key === category) ?? -1);
    const alerts = caseAlerts(cases.columns, cases.lngLat(), this.#picture.now() / 1_000, {
      numbered,
      category: ordinal,
    });
    const { view } = this.#camera;
    this.value = smallShapes(alerts, view, this.#u, numberedSpots(rowsOf(groups), view, this.#u));
    this.changed();
  }
}

function rowsOf(groups: Lane['groups']): { lon: number | null; lat: number | null; taken: boolean }[] {
  return groups.map(({ lon, lat, takenBy }) => ({ lon, lat, taken: takenBy !== null }));
}
