'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { levelName } from '#domain/case/supervision-level.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useLevels } from '../names/use-levels.ts';
import { replyStateOf } from './reply-state.ts';

/** What others demanded of the case or ask for on it, and the cases it is the same problem as: rows among the facts. */
export function CaseTies({ detail }: { detail: CaseDetailAnswer }) {
  return (
    <>
      <Supervisions detail={detail} />
      <Waiting detail={detail} />
      <Duplicates detail={detail} />
    </>
  );
}

function Supervisions({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.supervision');
  const { language } = useLanguage();
  const when = useWhen();
  const levels = useLevels();
  const now = useDesk().picture.now();
  if (detail.supervisions.length === 0) return null;
  return (
    <Row name={t('title')} id="supervisions">
      {detail.supervisions.map((supervision) => {
        const { no, level, by, at, reason, replyBy, reply, liftedAt } = supervision;
        const state = replyStateOf(supervision, now);
        const carried = { when: when(reply?.at ?? liftedAt ?? replyBy ?? at), name: reply?.by.name ?? '' };
        return (
          <p key={no} data-reply={state}>
            {when(at)} {levelName(level, levels)[language]} · {t('raised', { name: by.name, reason })} ·{' '}
            <b>{t(`state.${state}`, carried)}</b>
            {reply !== null && ` ${reply.text}`}
          </p>
        );
      })}
    </Row>
  );
}

function Waiting({ detail }: { detail: CaseDetailAnswer }) {
  const requests = useTranslations('desk.request');
  const when = useWhen();
  const waiting = detail.requests.filter(({ status }) => status === 'pending');
  if (waiting.length === 0) return null;
  return (
    <Row name={requests('waiting')} id="waiting-requests">
      {waiting.map(({ no, kind, by, at, reason, pauses }) => (
        <p key={no}>
          {when(at)} {requests('asked', { kind: requests(kind), name: by.name, reason })}
          {pauses && ` · ${requests('pauses')}`}
        </p>
      ))}
    </Row>
  );
}

function Duplicates({ detail }: { detail: CaseDetailAnswer }) {
  const joins = useTranslations('desk.join');
  const { duplicateOf, duplicates } = detail;
  return (
    <>
      {duplicateOf !== null && (
        <Row name={joins('duplicateOf')} id="duplicate-of">
          <CaseLink number={duplicateOf} />
        </Row>
      )}
      {duplicates.length > 0 && (
        <Row name={joins('duplicates')} id="duplicates">
          {duplicates.map((number) => (
            <CaseLink key={number} number={number} />
          ))}
        </Row>
      )}
    </>
  );
}

function CaseLink({ number }: { number: string }) {
  const desk = useDesk();
  return (
    <button type="button" onClick={() => desk.openCase(number)}>
      {number}
    </button>
  );
}

function Row({ name, id, children }: { name: string; id: string; children: ReactNode }) {
  return (
    <div data-testid={id}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Puts instants into words as the pane does. */
function useWhen(): (at: number) => string {
  const { picture } = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  return (at) => whenText(at, picture.now(), zone, language);
}
