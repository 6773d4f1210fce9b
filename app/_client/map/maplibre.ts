import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';

// Bundled, MapLibre's worker breaks: it is served as it is (scripts/assets.mjs).
setWorkerUrl('/wall/maplibre-gl-worker.mjs');

export { Map as MapLibreMap } from 'maplibre-gl';
export type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  LngLatBoundsLike,
  StyleSpecification,
} from 'maplibre-gl';
