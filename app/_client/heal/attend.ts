import type { Topic } from '#wire/protocol.ts';
import type { Picture } from '../realtime/picture.ts';
import { keepPage } from './keep-page.ts';
import { watchPaint, whenPainted } from './readiness.ts';
import { rememberPicture } from './remember.ts';
import { stayLit, wakeWithPage } from './wake.ts';

/**
 * What every page does for its connection, and a wall's page for its picture: it remembers it, says when it is painted
 * whole, keeps itself for times without a server and keeps its screen lit.
 */
export function attendPicture(picture: Picture, face: string, topics: readonly Topic[], build: string): () => void {
  const stops = [wakeWithPage(picture.client.link)];
  if (face === 'wall') {
    const isLive = (): boolean =>
      picture.client.link.state.value.phase === 'live' &&
      picture.status.value !== null &&
      picture.figures.value !== null;
    stops.push(rememberPicture(picture, topics, build), watchPaint(isLive), stayLit());
    void whenPainted().then(() => keepPage(build));
  }
  return () => {
    for (const stop of stops) stop();
  };
}
