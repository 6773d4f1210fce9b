import { Marker } from 'maplibre-gl';
import type { MapLibreMap } from '../../map/maplibre.ts';
import { distanceText } from '../clock/words.ts';
import { RINGS_M } from './case-map-style.ts';
import type { NearTeam } from './nearest-teams.ts';
import type { NearCase } from './similar-cases.ts';
import { teamAge } from './team-age.ts';

/** What is marked on the case's map. `teamName` names a team by its roster ordinal. */
export type Marks = {
  readonly at: { readonly lon: number; readonly lat: number };
  readonly standing: string;
  readonly teams: readonly NearTeam[];
  readonly similar: readonly NearCase[];
  readonly now: number;
  /** Metres that the map shows around the case: smaller rings bear no words. */
  readonly reach: number;
  readonly teamName: (ordinal: number) => string;
};

const SVG = 'http://www.w3.org/2000/svg';
const CASE_PATHS: Record<string, string> = {
  'timed-out': 'M8 2.2 13.8 8 8 13.8 2.2 8z',
  'due-soon': 'M8 3 13.4 12.4H2.6z',
  supervised: 'M3.4 3.4h9.2v9.2H3.4z',
};
const ROUND = 'M8 3.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z';

/** Marks of one map as HTML over its canvas: few enough, sharp at every zoom, and they need no context of their own. */
export class MapMarks {
  readonly #map: MapLibreMap;
  readonly #classes: Readonly<Record<string, string>>;
  #markers: Marker[] = [];

  constructor(map: MapLibreMap, classes: Readonly<Record<string, string>>) {
    this.#map = map;
    this.#classes = classes;
  }

  draw(marks: Marks | null): void {
    for (const marker of this.#markers) marker.remove();
    this.#markers = [];
    if (marks === null) return;
    const { at, standing, teams, similar, now, reach, teamName } = marks;
    for (const metres of RINGS_M.filter((radius) => radius > reach / 6)) {
      this.#add(this.#text('ring', distanceText(metres)), at.lon, at.lat + metres / 111_195);
    }
    for (const near of similar) this.#add(this.#dot(), near.lon, near.lat);
    for (const team of teams) this.#add(this.#team(team, now, teamName(team.ordinal)), team.lon, team.lat);
    this.#add(this.#case(standing), at.lon, at.lat);
  }

  #add(element: HTMLElement, lon: number, lat: number): void {
    this.#markers.push(new Marker({ element }).setLngLat([lon, lat]).addTo(this.#map));
  }

  #case(standing: string): HTMLElement {
    const element = this.#box('case');
    element.dataset['standing'] = standing;
    element.dataset['testid'] = 'map-case';
    element.append(shape(CASE_PATHS[standing] ?? ROUND, standing in CASE_PATHS));
    return element;
  }

  #team({ heading, fixedAt, metres }: NearTeam, now: number, name: string): HTMLElement {
    const element = this.#box('team');
    element.dataset['age'] = teamAge(fixedAt, now);
    const arrow = shape(heading === null ? ROUND : 'M8 1 13.5 14 8 11 2.5 14z', element.dataset['age'] === 'fresh');
    if (heading !== null) arrow.style.rotate = `${heading}deg`;
    const words = this.#text('name', name);
    const far = document.createElement('small');
    far.textContent = distanceText(metres);
    words.append(far);
    element.append(arrow, words);
    return element;
  }

  #dot(): HTMLElement {
    const element = this.#box('similar');
    element.append(shape(ROUND, false));
    return element;
  }

  #text(kind: string, text: string): HTMLElement {
    const element = this.#box(kind);
    element.textContent = text;
    return element;
  }

  #box(kind: string): HTMLElement {
    const element = document.createElement('div');
    element.className = this.#classes[kind] ?? '';
    return element;
  }
}

function shape(d: string, filled: boolean): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  path.setAttribute('fill', filled ? 'currentColor' : 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.4');
  svg.append(path);
  return svg;
}
