import { photoIdOf } from '#domain/case/photo-reference.ts';
import type { ActId } from '../acts/acts.ts';
import type { Drafts } from '../acts/drafts.ts';

/** A photograph that was sent and that no act names yet. */
export type KeptPhoto = { readonly reference: string; readonly name: string };

/** Acts that may carry photographs. */
export const PHOTO_ACTS: readonly (ActId | 'comment')[] = [
  ...(['verify', 'feed-back', 'check', 'self-handle', 'support'] as const),
  'comment',
];
/** More than this no act carries. */
export const MOST_PHOTOS = 9;

/** The photographs that were sent for an act on a case; kept with what is typed for it. */
export function photosOf(drafts: Drafts, caseNumber: string, act: string): readonly KeptPhoto[] {
  return parsePhotos(drafts.read(caseNumber, fieldOf(act)).text);
}

export function addPhoto(drafts: Drafts, caseNumber: string, act: string, photo: KeptPhoto): void {
  const others = photosOf(drafts, caseNumber, act).filter(({ reference }) => reference !== photo.reference);
  write(drafts, caseNumber, act, [...others, photo].slice(0, MOST_PHOTOS));
}

export function dropPhoto(drafts: Drafts, caseNumber: string, act: string, reference: string): void {
  const left = photosOf(drafts, caseNumber, act).filter((photo) => photo.reference !== reference);
  write(drafts, caseNumber, act, left);
}

export function forgetPhotos(drafts: Drafts, caseNumber: string, act: string): void {
  drafts.clear(caseNumber, fieldOf(act));
}

function write(drafts: Drafts, caseNumber: string, act: string, photos: readonly KeptPhoto[]): void {
  drafts.write(caseNumber, fieldOf(act), photos.length === 0 ? '' : JSON.stringify(photos), Date.now());
}

function fieldOf(act: string): string {
  return `${act}-photos`;
}

function parsePhotos(kept: string): readonly KeptPhoto[] {
  try {
    const value: unknown = kept === '' ? [] : JSON.parse(kept);
    return Array.isArray(value) ? value.filter(isPhoto) : [];
  } catch (error) {
    console.warn('photographs of a draft could not be read', error);
    return [];
  }
}

function isPhoto(value: unknown): value is KeptPhoto {
  if (typeof value !== 'object' || value === null || !('reference' in value) || !('name' in value)) return false;
  return typeof value.name === 'string' && typeof value.reference === 'string' && photoIdOf(value.reference) !== null;
}
