import { imageSize } from 'image-size';
import type { Photo, PhotoType } from '#application/photo/photos.ts';
import { MOST_PHOTO_SIDE } from '#wire/http/operations/photos.ts';
import { ProblemError } from '../problem-error.ts';
import { barePhoto } from './bare-photo.ts';

const TYPES: Readonly<Record<string, PhotoType>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

/**
 * A photograph as its own bytes say, whatever the sender calls it, without what its camera wrote beside it: nobody's
 * whereabouts are kept that the report does not tell.
 *
 * @throws ProblemError wrong-content-type for anything else, bad-argument for a size that no camera has.
 */
export function readPhoto(bytes: Buffer): Photo {
  const { type, width, height } = sizeOf(bytes);
  const contentType = TYPES[type ?? ''];
  if (contentType === undefined) throw noPicture();
  if (!(width >= 1 && height >= 1 && width <= MOST_PHOTO_SIDE && height <= MOST_PHOTO_SIDE))
    throw new ProblemError(
      'bad-argument',
      `a picture of ${width} × ${height} pixels cannot be kept: each side may have 1 to ${MOST_PHOTO_SIDE}`,
    );
  const bare = barePhoto(contentType, bytes);
  if (bare === null) throw noPicture();
  return { contentType, width, height, bytes: bare };
}

function noPicture(): ProblemError {
  const said = 'this is no whole JPEG, PNG or WebP picture: send the file as the camera made it';
  return new ProblemError('wrong-content-type', said);
}

function sizeOf(bytes: Buffer): { type?: string | undefined; width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch {
    // Whatever it stumbled over: it is no picture that can be read.
    return { width: 0, height: 0 };
  }
}
