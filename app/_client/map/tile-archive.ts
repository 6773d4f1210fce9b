import { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

let known = false;

/** Lets maps read PMTiles archives; loaded by pages of a city that has one. */
export function readArchives(): void {
  if (known) return;
  known = true;
  addProtocol('pmtiles', new Protocol().tile);
}
