import type { IncomingFeature } from '#domain/place/incoming/feature.ts';
import type { ListFile } from '#application/lists/list-kind.ts';
import { FileFault } from './file-fault.ts';
import { readMapFile } from './map-file.ts';
import { refusedFile } from './refused-file.ts';

/** Reads a list's file as a map: GeoJSON or a zipped Shapefile. Throws ListRefused where it cannot be read. */
export function readMapList({ name, bytes }: ListFile): readonly IncomingFeature[] {
  try {
    return readMapFile([{ name, bytes }]).features;
  } catch (error) {
    if (error instanceof FileFault)
      throw refusedFile(error.message, 'zip a Shapefile with all its files, or export GeoJSON');
    throw error;
  }
}
