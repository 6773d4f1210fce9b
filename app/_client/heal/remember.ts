import type { Topic } from '#wire/protocol.ts';
import type { Picture } from '../realtime/picture.ts';
import { openPictureShelf, type PictureShelf } from './picture-shelf.ts';
import { pictureState, restorePicture } from './picture-state.ts';

/** Seldom enough for a disk that is written to for years, often enough that a power cut costs minutes. */
const KEEP_EVERY_MS = 300_000;
/** The first picture is kept as soon as it is whole. */
const KEEP_FIRST_MS = 5_000;
/** What is older than this is no picture of the city any more. */
const OLDEST_MS = 7 * 86_400_000;

/**
 * Brings the page's stores up with what this screen showed last, and keeps what it shows: every five minutes, and at
 * once when the server goes or the page is hidden or left. Whoever is refused by the server forgets it all.
 */
export function rememberPicture(
  picture: Picture,
  topics: readonly Topic[],
  build: string,
  shelf: PictureShelf = openPictureShelf(),
): () => void {
  const { link } = picture.client;
  const failed = (error: unknown): void => console.info('the last picture cannot be kept here', error);
  let refused = false;
  let keptDictionary: string | null = null;
  const keep = (): void => {
    const state = refused ? null : pictureState(picture, topics, build);
    if (state === null) return;
    const dictionary = picture.dictionary.value;
    if (dictionary !== null && dictionary.version !== keptDictionary) {
      keptDictionary = dictionary.version;
      shelf.putDictionary(dictionary).catch(failed);
    }
    shelf.put(state).catch(failed);
  };
  shelf.read().then((kept) => {
    if (kept === null || refused || kept.state.build !== build) return;
    if (Math.abs(Date.now() + kept.state.ahead - kept.state.keptAt) > OLDEST_MS) return;
    restorePicture(picture, kept.state, kept.dictionary);
  }, failed);

  let live = false;
  const followed = link.state.subscribe(() => {
    const { phase } = link.state.value;
    if (phase === 'refused') {
      refused = true;
      shelf.clear().catch(failed);
    } else if (phase === 'live') {
      refused = false;
      if (!live) setTimeout(keep, KEEP_FIRST_MS);
    } else if (phase === 'lost' && live) keep();
    live = phase === 'live';
  });
  const hidden = (): void => {
    if (document.visibilityState === 'hidden' && live) keep();
  };
  const left = (): void => {
    if (live) keep();
  };
  const timer = setInterval(() => live && keep(), KEEP_EVERY_MS);
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', left);
  return () => {
    clearInterval(timer);
    followed();
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', left);
  };
}
