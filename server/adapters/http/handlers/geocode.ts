import type { Position } from '#domain/place/position.ts';
import type { geocodeOperations } from '#wire/http/operations/geocode.ts';
import { checkPosition } from '../edge/check-position.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const usualLimit = 10;

/** Text to places and points to places. Places are no secret: every reader may ask of the whole city. */
export function geocodeHandlers({
  port: { geocoder, responsibility },
}: HttpParts): Pick<Handlers, keyof typeof geocodeOperations> {
  return {
    async geocode({ query: { text, near, limit = usualLimit } }) {
      return { answer: geocoder.forward(text, { near: positionOf(near), limit }) };
    },
    async suggestPlaces({ query: { text, near, limit = usualLimit } }) {
      return { answer: geocoder.suggest(text, { near: positionOf(near), limit }) };
    },
    async reverseGeocode({ principal, query: { lon, lat, datum = 'wgs84' } }) {
      const checked = checkPosition(lon, lat, datum);
      if (!checked.ok) {
        const { field, message } = checked.rejection;
        throw new ProblemError('bad-argument', message, field === null ? {} : { at: { field } });
      }
      const found = geocoder.reverse(checked.position);
      const responsibilityGrid = responsibility.ofUnitGrid(principal, found.place.gridCode);
      return { answer: { position: checked.position, ...found, responsibilityGrid } };
    },
  };
}

function positionOf(near: [number, number] | undefined): Position | null {
  return near === undefined ? null : { lon: near[0], lat: near[1] };
}
