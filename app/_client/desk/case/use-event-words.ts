'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { DispositionKind, ReturnCause } from '#domain/alert/alert.ts';
import type { GivenPlace } from '#domain/place/succession.ts';
import type { RequestKind } from '#domain/case/request-kind.ts';
import { levelName } from '#domain/case/supervision-level.ts';
import { limitUnits, type Limit } from '#domain/clock/limit.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { limitText, whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useLevels } from '../names/use-levels.ts';
import { useNames } from '../names/use-names.ts';
import type { Passed } from './passed.ts';

/** Types of events that have a sentence; another one is shown by its own name. */
const KNOWN = [
  'reported',
  'accepted',
  'declined',
  'verified',
  'filed',
  'dispatched',
  'returned',
  'fed-back',
  'checked',
  'reworked',
  'extended',
  'suspended',
  'resumed',
  'restated',
  'supervised',
  'supervision-lifted',
  'urged',
  'team-sent',
  'commented',
  'requested',
  'answered',
  'replied',
  'passed',
  'self-handled',
  'supported',
  'shortened',
  'exempted',
  'joined',
  'duplicate-joined',
  'voided',
  'closed',
  'told',
  'alert-warning',
  'alert-timeout',
  'alert-reply-late',
  'alert-taken',
  'alert-shelved',
  'alert-returned',
  'alert-closed',
] as const;
type Known = (typeof KNOWN)[number];

/** Puts what happened into a sentence of the officer's language, with what it carried. */
export function useEventWords(): (entry: Pick<Passed, 'type' | 'data'>) => string {
  const t = useTranslations('event');
  const channels = useTranslations('desk.case.channel');
  const requests = useTranslations('desk.request');
  const kinds = useTranslations('queues.bulk.kind');
  const returns = useTranslations('queues.returned.says');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { picture } = useDesk();
  const now = useCallback(() => picture.now(), [picture]);
  const names = useNames();
  const levels = useLevels();
  return useCallback(
    ({ type, data }) => {
      const known = KNOWN.find((one): one is Known => one === type);
      if (known === undefined) return type;
      const carried = [text(data['text']), text(data['reason']), text(data['note'])].find((one) => one !== '') ?? '';
      const department = names.department(text(data['department']) || null) ?? '';
      const limit = isLimit(data['limit']) ? limitText(data['limit'], language) : '';
      const placeWords = (of: Record<string, unknown>): string => {
        const given = givenPlace(of['placeGiven']);
        if (given === null) return '';
        const counted = given.counted === null ? t('placeGiven.city') : (names.place(given.counted) ?? given.counted);
        return t(`placeGiven.${given.how}`, { given: given.given, counted });
      };
      const tail = carried === '' ? '' : language === 'zh' ? `：${carried}` : `: ${carried}`;
      switch (known) {
        case 'reported':
          return t('reported', { channel: channels(text(data['channel']) as 'collector') }) + placeWords(data);
        case 'told':
          return t('told') + placeWords(data) + tail;
        case 'closed':
          return t(data['forced'] === true ? 'closedForced' : 'closed') + tail;
        case 'verified':
          return t(data['found'] === true ? 'verifiedTrue' : 'verifiedFalse');
        case 'checked':
          return t(data['passed'] === true ? 'checkedPassed' : 'checkedFailed') + tail;
        case 'filed':
          return t('filed', {
            category: names.category(text(data['categoryKey']) || null, number(data['conditionNo'])),
          });
        case 'dispatched':
          return t('dispatched', { department }) + tail;
        case 'extended':
          return t('extended', { limit }) + tail;
        case 'requested':
          return t('requested', { kind: requests(text(data['kind']) as RequestKind) }) + tail;
        case 'answered':
          return t(data['granted'] === true ? 'answeredYes' : 'answeredNo') + tail;
        case 'supervised':
          return t('supervised', { level: levelName(number(data['level']) ?? 1, levels)[language] }) + tail;
        case 'shortened':
          return t('shortened', { limit }) + tail;
        case 'passed':
          return t('passed', { place: names.place(text(data['to'])) ?? text(data['to']) }) + tail;
        case 'supported':
          return t('supported', { department }) + tail;
        case 'joined':
          return t('joined', { number: text(data['to']) }) + tail;
        case 'duplicate-joined':
          return t('duplicate-joined', { number: text(data['number']) }) + tail;
        case 'team-sent': {
          const team = picture.roster.value?.teams.find(({ code }) => code === data['team']);
          return `${t(known)} ${team === undefined ? text(data['team']) : nameIn(language, team)}${tail}`;
        }
        case 'commented':
          return t('commented', { text: text(data['text']) });
        case 'alert-warning':
        case 'alert-timeout':
          return t(known, { clock: t(data['clock'] === 'whole' ? 'wholeClock' : 'stageClock') });
        case 'alert-shelved':
          return t(known, { when: whenText(number(data['until']) ?? now(), now(), zone, language) }) + tail;
        case 'alert-returned':
          return t(known, { why: returns(text(data['why']) as ReturnCause, { name: text(data['from']) }) });
        case 'alert-closed':
          return t(known, { kind: kinds(text(data['kind']) as DispositionKind) }) + tail;
        default:
          return t(known) + tail;
      }
    },
    [t, channels, requests, kinds, returns, names, levels, language, zone, now, picture],
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function isLimit(value: unknown): value is Limit {
  if (typeof value !== 'object' || value === null || !('unit' in value) || !('value' in value)) return false;
  return limitUnits.some((unit) => unit === value.unit) && typeof value.value === 'number';
}

type Told = { given: string; counted: string | null; how: Exclude<GivenPlace['how'], 'own'> };

/** A place code that does not count as it was given; null where none was given or it counts. */
function givenPlace(value: unknown): Told | null {
  if (typeof value !== 'object' || value === null || !('how' in value) || !('given' in value)) return null;
  const how = HOW.find((one) => one === value.how);
  if (how === undefined) return null;
  const counted = 'counted' in value && typeof value.counted === 'string' ? value.counted : null;
  return { given: text(value.given), counted, how };
}

const HOW: readonly Told['how'][] = ['succeeded', 'by-point', 'undecided', 'unknown'];
