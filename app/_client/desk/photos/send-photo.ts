import { MOST_PHOTO_BYTES } from '#domain/case/photo-reference.ts';

/** Kinds of pictures that are kept. */
export const PHOTO_KINDS = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Why a photograph is not kept: a word of `desk.photo.fault`. */
export type PhotoFault = 'kind' | 'size' | 'side' | 'away' | 'refused';
export type SentPhoto =
  { readonly ok: true; readonly reference: string } | { readonly ok: false; readonly why: PhotoFault };

/** What stands against a file before it is sent; null where nothing does. What it is the server reads from its bytes. */
export function faultOfFile({ type, size }: Pick<File, 'type' | 'size'>): PhotoFault | null {
  if (!PHOTO_KINDS.some((kind) => kind === type)) return 'kind';
  return size > MOST_PHOTO_BYTES ? 'size' : null;
}

/** Sends a photograph and tells how far it has come, 0 to 1. */
export function sendPhoto(file: File, onProgress: (share: number) => void): Promise<SentPhoto> {
  const fault = faultOfFile(file);
  if (fault !== null) return Promise.resolve({ ok: false, why: fault });
  return new Promise((resolve) => {
    // What `fetch` has sent so far no browser tells.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/photos');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, why: 'away' });
    request.send(file);
  });
}

/** What an answer of the server says. */
export function answerOf(status: number, text: string): SentPhoto {
  if (status === 415) return { ok: false, why: 'kind' };
  if (status === 413) return { ok: false, why: 'size' };
  if (status === 422) return { ok: false, why: 'side' };
  const reference = status === 202 ? referenceIn(text) : null;
  return reference === null ? { ok: false, why: 'refused' } : { ok: true, reference };
}

function referenceIn(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text);
    const isObject = typeof answer === 'object' && answer !== null && 'reference' in answer;
    return isObject && typeof answer.reference === 'string' ? answer.reference : null;
  } catch (error) {
    console.warn('what the server said of a photograph could not be read', error);
    return null;
  }
}
