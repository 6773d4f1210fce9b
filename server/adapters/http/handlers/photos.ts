import type { CaseDetail } from '#application/api-port.ts';
import { photoReference } from '#domain/case/photo-reference.ts';
import type { photoOperations } from '#wire/http/operations/photos.ts';
import { readPhoto } from '../edge/read-photo.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { isWithinReach } from '../within-reach.ts';

/** What a case names: its photographs before and after, and for people at a desk those of comments, which no wall shows. */
function photosOf({ state, events }: Pick<CaseDetail, 'state' | 'events'>, withComments: boolean): readonly string[] {
  const said = events.flatMap(({ data }) => (data.type === 'commented' ? (data.media ?? []) : []));
  return [...state.media.before, ...state.media.after, ...(withComments ? said : [])];
}

/** Photographs come in by themselves, and are given out through the case that names them alone. */
export function photoHandlers({ port }: HttpParts): Pick<Handlers, keyof typeof photoOperations> {
  return {
    async postPhoto({ principal, body }) {
      return { answer: await port.photos.keep(principal, readPhoto(body)) };
    },
    async getCasePhoto({ principal, params: { number, photo: id } }) {
      const detail = await port.queries.caseByNumber(principal, number);
      const seen = detail !== null && isWithinReach(principal, detail.summary.place.districtCode) ? detail : null;
      const named = seen !== null && photosOf(seen, principal.role !== 'screen').includes(photoReference(id));
      const photo = named ? await port.photos.read(id) : null;
      if (photo === null)
        throw new ProblemError('not-found', `the case ${number} has no such photograph, or it is out of reach`);
      return {
        file: photo.bytes,
        name: `${id.slice(0, 16)}.${photo.contentType.slice(6)}`,
        contentType: photo.contentType,
        kept: true,
      };
    },
  };
}
