import { MOST_VIEWS } from '#application/desk/desk-views.ts';
import { settingChangesOf, settingDetail } from '#application/query/setting-changes.ts';
import { limitFault, type LimitFault } from '#domain/alert/load-limits.ts';
import type { deskOperations } from '#wire/http/operations/desk.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const USUAL_MENTIONS = 50;
const LIMIT_CHANGE = 'load-limits.change';
const MOST_CHANGES = 50;
const LIMITS_DO_NOT_FIT: Readonly<Record<LimitFault, string>> = {
  'calm-above-flood': 'calmBelow lies above floodAbove: a flood would end before it began',
  'manageable-above-flood': 'manageable lies above floodAbove: the usual load would be a flood',
};

/** What officers keep of their desks, and the limits of their load. Every change is written down. */
export function deskHandlers(parts: HttpParts): Pick<Handlers, keyof typeof deskOperations> {
  const { desk } = parts.port;
  return {
    async listMentionable({ principal, params: { number }, query: { text = '' } }) {
      const people = await desk.mentions.people(principal, number, text);
      if (people === null) throw new ProblemError('not-found', `there is no case ${number}, or it is out of reach`);
      return { answer: { people: [...people] } };
    },
    async listMentions({ principal, query: { limit = USUAL_MENTIONS } }) {
      const { unread, mentions } = await desk.mentions.list(principal, limit);
      return { answer: { unread, mentions: [...mentions] } };
    },
    async readMentions({ principal, body: { mentions } }) {
      return { answer: { read: await desk.mentions.markRead(principal, mentions) } };
    },
    async listDeskViews({ principal }) {
      return { answer: { views: await desk.views.list(principal) } };
    },
    async saveDeskView({ principal, params: { id }, body, address }) {
      const answer = await desk.views.save(principal, id, body);
      if (answer === 'other') throw new ProblemError('not-found', `you keep no view ${id}`);
      if (answer === 'full') throw new ProblemError('bad-argument', `nobody keeps more than ${MOST_VIEWS} views`);
      const detail = { name: answer.name, shared: answer.shared };
      await audit(parts, principal, address, { act: 'desk-view.save', subject: id, result: 'done', detail });
      return { answer };
    },
    async removeDeskView({ principal, params: { id }, address }) {
      const removed = await desk.views.remove(principal, id);
      if (removed)
        await audit(parts, principal, address, { act: 'desk-view.remove', subject: id, result: 'done', detail: {} });
      return { answer: { removed } };
    },
    async getLoadLimits() {
      return { answer: desk.limits() };
    },
    async changeLoadLimits({ principal, body, address }) {
      const before = desk.limits();
      const fault = limitFault({ ...before, ...body });
      if (fault !== null) throw new ProblemError('bad-argument', LIMITS_DO_NOT_FIT[fault]);
      const answer = await desk.changeLimits(principal, body);
      const detail = settingDetail(before, body);
      const line = { act: LIMIT_CHANGE, subject: 'load-limits', result: 'done', detail } as const;
      await audit(parts, principal, address, line);
      return { answer };
    },
    async listLoadLimitChanges() {
      return { answer: settingChangesOf(await parts.port.auditOf(LIMIT_CHANGE, MOST_CHANGES)) };
    },
  };
}
