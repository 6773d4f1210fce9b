import type { IncomingFeature } from '#domain/place/incoming/feature.ts';
import { refusal, type ListFile } from '#application/lists/list-kind.ts';
import { FileFault } from './file-fault.ts';
import { readMapFile } from './map-file.ts';

/** Reads a list's file as a map: GeoJSON or a zipped Shapefile. Throws ListRefused where it cannot be read. */
export function readMapList({ name, bytes }: ListFile): readonly IncomingFeature[] {
  try {
    return readMapFile([{ name, bytes }]).features;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw refusal(
      { zh: `不能作为地图文件读取（${error.message}）`, en: error.message },
      {
        zh: '把 Shapefile 的各个文件一起压缩成 zip，或导出 GeoJSON',
        en: 'zip a Shapefile with all its files, or export GeoJSON',
      },
    );
  }
}
