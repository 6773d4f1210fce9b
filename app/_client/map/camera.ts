import { Signal } from '../stores/signal.ts';
import type { PanelSize } from '../wall/panel-window.ts';
import type { Bounds } from './bounds.ts';
import { flightAt, hasLanded, type Flight } from './flight.ts';
import { lookOfPart, sameLook, type Look, type Rectangle } from './look.ts';
import { latOf, lonOf, TILE_PX, worldX, worldY } from './mercator.ts';

/** A camera as it stands: turns degrees into pixels of its box. Another one is made when the camera moves. */
export type View = {
  readonly width: number;
  readonly height: number;
  /** Where no screen shows the box, from its upper left corner. */
  readonly joins: PanelSize['joins'];
  /** [west, south, east, north] of the box, in degrees. */
  readonly bounds: Bounds;
  /** The same of the part that this screen draws. */
  readonly partBounds: Bounds;
  /** Metres on the ground that one pixel covers at the middle of the box. */
  readonly metresPerPixel: number;
  /** Between two looks: words wait until the map stands still. */
  readonly flying: boolean;
  /** CSS pixels from the box's upper left corner. */
  readonly project: (lon: number, lat: number) => [number, number];
  /** Degrees [lon, lat] at a pixel of the box. */
  readonly unproject: (x: number, y: number) => [number, number];
};

const AROUND_EARTH_M = 40_075_016.7;

export function viewOf(look: Look, { width, height, joins }: PanelSize, part: Rectangle, flying = false): View {
  const worldPx = TILE_PX * 2 ** look.zoom;
  const left = worldX(look.lon) * worldPx - width / 2;
  const top = worldY(look.lat) * worldPx - height / 2;
  const project = (lon: number, lat: number): [number, number] => [
    worldX(lon) * worldPx - left,
    worldY(lat) * worldPx - top,
  ];
  const unproject = (x: number, y: number): [number, number] => [
    lonOf((x + left) / worldPx),
    latOf((y + top) / worldPx),
  ];
  const boundsOf = (x: number, y: number, across: number, down: number): Bounds => {
    const [west, north] = unproject(x, y);
    const [east, south] = unproject(x + across, y + down);
    return [west, south, east, north];
  };
  return {
    width,
    height,
    joins,
    bounds: boundsOf(0, 0, width, height),
    partBounds: boundsOf(part.x, part.y, part.width, part.height),
    metresPerPixel: (AROUND_EARTH_M * Math.cos((look.lat * Math.PI) / 180)) / worldPx,
    flying,
    project,
    unproject,
  };
}

/** Puts the drawn part of a map where it belongs: MapLibre's jumpTo. */
export type Steer = (look: Look) => void;

/**
 * Where a map looks. It looks for the whole panel, and steers the map of this screen's part. Moves only while it flies
 * (a frame at a time, by the server's clock) or the box changes; readers subscribe.
 */
export class Camera extends Signal {
  readonly #steer: Steer;
  readonly #now: () => number;
  readonly #nextFrame: (act: () => void) => () => void;
  #size: PanelSize;
  #part: Rectangle;
  #look: Look;
  #flight: Flight | null = null;
  /** The one after it, until it begins. */
  #next: Flight | null = null;
  #stopFrame: (() => void) | null = null;
  #view: View;

  constructor(
    start: { look: Look; size: PanelSize; part: Rectangle },
    steer: Steer,
    now: () => number,
    nextFrame: (act: () => void) => () => void = onNextFrame,
  ) {
    super();
    this.#steer = steer;
    this.#now = now;
    this.#nextFrame = nextFrame;
    this.#size = start.size;
    this.#part = start.part;
    this.#look = start.look;
    this.#view = viewOf(this.#look, this.#size, this.#part);
    this.#steer(lookOfPart(this.#look, this.#size, this.#part));
  }

  get view(): View {
    return this.#view;
  }

  get look(): Look {
    return this.#look;
  }

  /** Looks elsewhere at once. */
  jump(to: Look): void {
    this.#flight = this.#next = null;
    if (!sameLook(to, this.#look) || this.#view.flying) this.#stand(to);
  }

  /** Flies, from the server instant `startsAt` (epoch ms) on. One that should be over by now is a jump. */
  fly(to: Look, startsAt: number): void {
    const going = this.#next ?? this.#flight;
    // One that ends there anyway goes on.
    if (sameLook(going?.to ?? this.#look, to)) return;
    const now = this.#now();
    // One that flies until then is left where it will be then, so that screens told at different times agree.
    const next = { from: this.#flight === null ? this.#look : flightAt(this.#flight, startsAt), to, startsAt };
    if (hasLanded(next, now)) return this.jump(to);
    if (this.#flight !== null && now < startsAt) this.#next = next;
    else {
      this.#flight = next;
      this.#next = null;
    }
    if (this.#stopFrame === null) this.#step();
  }

  /**
   * Another box, or another part of it. `look`: what it is to look at in that box, null for what it looks at anyway. A
   * flight goes on, and ends there.
   */
  resize(size: PanelSize, part: Rectangle, look: Look | null): void {
    this.#size = size;
    this.#part = part;
    const going = this.#next ?? this.#flight;
    if (going !== null && look !== null) going.to = look;
    this.#stand(going === null ? (look ?? this.#look) : this.#look, this.#view.flying);
  }

  stop(): void {
    this.#stopFrame?.();
    this.#stopFrame = null;
    this.#flight = this.#next = null;
  }

  #step = (): void => {
    this.#stopFrame = null;
    const now = this.#now();
    if (this.#next !== null && now >= this.#next.startsAt) {
      this.#flight = this.#next;
      this.#next = null;
    }
    const flight = this.#flight;
    if (flight === null) return;
    const landed = hasLanded(flight, now);
    if (landed) {
      this.#flight = this.#next;
      this.#next = null;
    }
    if (landed || now >= flight.startsAt) this.#stand(flightAt(flight, now), !landed);
    if (this.#flight !== null) this.#stopFrame = this.#nextFrame(this.#step);
  };

  #stand(look: Look, flying = false): void {
    this.#look = look;
    this.#view = viewOf(look, this.#size, this.#part, flying);
    this.#steer(lookOfPart(look, this.#size, this.#part));
    this.changed();
  }
}

function onNextFrame(act: () => void): () => void {
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
}

/** Follows a camera for those who care for a few steps of it alone: `outdated` comes when what `stepOf` gives changes. */
export function followSteps(camera: Camera, stepOf: (view: View) => unknown, outdated: () => void): () => void {
  let step = stepOf(camera.view);
  return camera.subscribe(() => {
    const now = stepOf(camera.view);
    if (now === step) return;
    step = now;
    outdated();
  });
}
