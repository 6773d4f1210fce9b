/** A feature as it is in the file, coordinates in degrees; geometry and properties are whatever the file holds. */
export type MapFeature = { line: number; properties: Readonly<Record<string, unknown>>; geometry: unknown };

/** `notes`: what the reader had to assume. */
export type MapLayer = { features: MapFeature[]; encoding: string | null; notes: string[] };
