/** How a case's events name a photograph that is kept here; whatever else they name lies in the system that reported. */
const SCHEME = 'photo:';
const ID = /^[0-9a-f]{64}$/;

/** Bytes of a photograph that is kept here, at most. */
export const MOST_PHOTO_BYTES = 4 * 1024 * 1024;

/** @param id SHA-256 of its bytes, in hex. */
export function photoReference(id: string): string {
  return `${SCHEME}${id}`;
}

/** The id in a reference; null for a reference to elsewhere. */
export function photoIdOf(reference: string): string | null {
  const id = reference.startsWith(SCHEME) ? reference.slice(SCHEME.length) : '';
  return ID.test(id) ? id : null;
}
