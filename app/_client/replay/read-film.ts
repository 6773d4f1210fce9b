import type { ReplaySpan } from '#domain/wall/replay.ts';
import { decodeReplay } from '#wire/replay-frame.ts';
import { ReplayFilm } from './replay-film.ts';

/** Why there is no film: nobody answered, too much stood open, out of reach, not past yet. */
export type FilmFault = 'away' | 'too-many' | 'not-allowed' | 'not-over';

const FAULTS: Readonly<Record<number, FilmFault>> = {
  401: 'not-allowed',
  403: 'not-allowed',
  413: 'too-many',
  422: 'not-over',
};

/** Asks the server for a span of a place, '' for all within reach. */
export async function readFilm(
  { to }: ReplaySpan,
  day: string | undefined,
  place: string,
): Promise<ReplayFilm | FilmFault> {
  const query = new URLSearchParams(day === undefined ? { until: String(to) } : { day });
  if (place !== '') query.set('place', place);
  try {
    const answer = await fetch(`/api/v1/replay?${query.toString()}`);
    if (!answer.ok) return FAULTS[answer.status] ?? 'away';
    return new ReplayFilm(decodeReplay(await answer.arrayBuffer()));
  } catch (error) {
    console.info('the replay could not be read', error);
    return 'away';
  }
}
