import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, MapLibreMap } from './maplibre.ts';

type FillOrLine = Extract<LayerSpecification, { type: 'fill' | 'line' }>;

/**
 * What layers may do to the base map's own style: areas and lines that MapLibre draws better than deck.gl, since it
 * cuts them in tiles off the main thread. Everything a layer puts in goes when it says so.
 */
export class StyleHand {
  readonly #map: MapLibreMap;
  readonly #states = new Map<string, Map<string, string>>();

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Puts areas in, or others in their place; `code` of their properties names each. */
  putSource(id: string, data: FeatureCollection): void {
    const source = this.#map.getSource<GeoJSONSource>(id);
    if (source === undefined) this.#map.addSource(id, { type: 'geojson', data, promoteId: 'code', tolerance: 0.2 });
    else source.setData(data).catch((error: unknown) => console.warn(`map: ${id} keeps what it had`, error));
  }

  /** Puts a layer in once, under the layer `below` (on top where there is none of that name). */
  putLayer(layer: FillOrLine, below: string): void {
    if (this.#map.getLayer(layer.id) !== undefined) return;
    this.#map.addLayer(layer, this.#map.getLayer(below) === undefined ? undefined : below);
  }

  show(layer: string, visible: boolean): void {
    const wanted = visible ? 'visible' : 'none';
    if (this.#map.getLayer(layer) === undefined) return;
    if ((this.#map.getLayoutProperty(layer, 'visibility') ?? 'visible') !== wanted)
      this.#map.setLayoutProperty(layer, 'visibility', wanted);
  }

  /** Shows those areas of a layer whose code is one of these. */
  only(layer: string, codes: readonly string[]): void {
    this.#map.setFilter(layer, ['in', ['get', 'code'], ['literal', [...codes]]]);
  }

  /** Gives areas their states; only those that differ from before are touched. */
  setStates(source: string, states: ReadonlyMap<string, Readonly<Record<string, number>>>): void {
    const known = this.#states.get(source) ?? new Map<string, string>();
    this.#states.set(source, known);
    for (const [code, state] of states) {
      const text = JSON.stringify(state);
      if (known.get(code) === text) continue;
      known.set(code, text);
      this.#map.setFeatureState({ source, id: code }, state);
    }
    for (const code of known.keys()) {
      if (states.has(code)) continue;
      known.delete(code);
      this.#map.removeFeatureState({ source, id: code });
    }
  }

  putImage(name: string, image: ImageData, pixelRatio: number): void {
    if (!this.#map.hasImage(name)) this.#map.addImage(name, image, { pixelRatio });
  }

  removeLayers(...ids: readonly string[]): void {
    // A map that is gone has no style to take anything from.
    if (this.#map.style === undefined) return;
    for (const id of ids) if (this.#map.getLayer(id) !== undefined) this.#map.removeLayer(id);
  }
}
