import { imageSize } from 'image-size';
import type { Photo, PhotoType } from '#application/photo/photos.ts';
import { MOST_PHOTO_SIDE } from '#wire/http/operations/photos.ts';
import { ProblemError } from '../problem-error.ts';

const TYPES: Readonly<Record<string, PhotoType>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

/**
 * A photograph as its own bytes say, whatever the sender calls it.
 *
 * @throws ProblemError wrong-content-type for anything else, bad-argument for a size that no camera has.
 */
export function readPhoto(bytes: Buffer): Photo {
  const { type, width, height } = sizeOf(bytes);
  const contentType = TYPES[type ?? ''];
  if (contentType === undefined)
    throw new ProblemError(
      'wrong-content-type',
      'this is no JPEG, PNG or WebP picture: send the file as the camera made it',
    );
  if (!(width >= 1 && height >= 1 && width <= MOST_PHOTO_SIDE && height <= MOST_PHOTO_SIDE))
    throw new ProblemError(
      'bad-argument',
      `a picture of ${width} × ${height} pixels cannot be kept: each side may have 1 to ${MOST_PHOTO_SIDE}`,
    );
  return { contentType, width, height, bytes };
}

function sizeOf(bytes: Buffer): { type?: string | undefined; width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch {
    // Whatever it stumbled over: it is no picture that can be read.
    return { width: 0, height: 0 };
  }
}
