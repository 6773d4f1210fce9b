import type { Config } from '#config';
import type { Auth } from '#adapters/auth/auth.ts';
import { createBaseMap } from '#adapters/http/base-map.ts';
import type { ChosenCity } from './chosen-city.ts';
import type { City } from './city.ts';
import { openMapTiles } from './map-tiles.ts';

/** What maps are drawn on: the city's own outlines, and tiles under them where a setting names some. */
export async function openMaps(
  config: Config,
  parts: {
    city: City;
    chosen: ChosenCity;
    /** Whether the outlines are still those that were seeded. */
    isBuiltIn: () => boolean;
    auth: Auth;
    onFault: (what: string, error: unknown) => void;
  },
) {
  const { city, chosen, isBuiltIn, auth, onFault } = parts;
  const { attribution, credit, settlements } = chosen;
  const tiles = await openMapTiles(config, city.view(city.dictionary.city.code).bounds, {
    isKnown: async (headers) => (await auth.principalOf(headers)) !== null,
    onFault,
  });
  return {
    baseMap: createBaseMap({ places: () => city.places, isBuiltIn, attribution, credit, settlements }),
    mapTiles: tiles.answer,
    close: () => tiles.close(),
  };
}
