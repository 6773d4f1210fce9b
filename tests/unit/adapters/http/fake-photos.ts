import { createPhotos, type Photo, type PhotoPort } from '#application/photo/photos.ts';

export function fakePhotos(): PhotoPort {
  const kept = new Map<string, Photo>();
  return createPhotos({
    now: () => 0,
    store: {
      put: async (id, photo) => void kept.set(id, photo),
      get: async (id) => kept.get(id) ?? null,
    },
  });
}
