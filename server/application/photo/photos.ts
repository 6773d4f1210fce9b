import { createHash } from 'node:crypto';
import type { Principal } from '#domain/account/role.ts';
import { photoReference } from '#domain/case/photo-reference.ts';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

/** What a picture's own bytes say of it: type and size in pixels. */
export type PhotoFacts = { contentType: PhotoType; width: number; height: number };
export type Photo = PhotoFacts & { bytes: Uint8Array };

/** Photographs by id. Both reject with StoreUnavailable. */
export interface PhotoStore {
  /** Keeps one; one that is there already stays as it is. */
  put(id: string, photo: Photo, by: string, at: number): Promise<void>;
  get(id: string): Promise<Photo | null>;
}

export type KeptPhoto = PhotoFacts & { reference: string };

/** Photographs of cases: kept once each, under what their bytes hash to. */
export interface PhotoPort {
  /** Resolves when it is stored. */
  keep(who: Pick<Principal, 'id'>, photo: Photo): Promise<KeptPhoto>;
  read(id: string): Promise<Photo | null>;
}

export function createPhotos({ store, now }: { store: PhotoStore; now: () => number }): PhotoPort {
  return {
    async keep({ id: by }, photo) {
      const id = createHash('sha256').update(photo.bytes).digest('hex');
      await store.put(id, photo, by, now());
      const { contentType, width, height } = photo;
      return { reference: photoReference(id), contentType, width, height };
    },
    read: (id) => store.get(id),
  };
}
