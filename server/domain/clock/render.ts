import type { CompiledCalendar } from '../calendar/compile.ts';
import { foldSteps, type Step } from './step.ts';
import {
  dateText,
  durationText,
  hoursText,
  instantText,
  limitText,
  seasonNames,
  spanText,
  type Locale,
} from './words.ts';

/** One step of an explanation as a line of text, in the calendar's zone. */
export function renderStep(step: Step, locale: Locale, calendar: CompiledCalendar): string {
  return locale === 'zh' ? inChinese(step, calendar) : inEnglish(step, calendar);
}

/** A whole explanation in its short form, one line a step. */
export function renderExplanation(steps: readonly Step[], locale: Locale, calendar: CompiledCalendar): string[] {
  return foldSteps(steps).map((step) => renderStep(step, locale, calendar));
}

function inEnglish(step: Step, calendar: CompiledCalendar): string {
  const at = instantText(calendar, step.from, 'en');
  const span = spanText(calendar, step.from, step.to ?? step.from, 'en');
  const left =
    step.balanceMs < 0 ? `${durationText(-step.balanceMs, 'en')} over` : `${durationText(step.balanceMs, 'en')} left`;
  const counted = durationText(step.countedMs, 'en');
  switch (step.kind) {
    case 'start':
      return `${instantText(calendar, step.from, 'en', true)} ${step.season ? 'limit given' : 'clock starts'}${step.limit ? `, ${limitText(step.limit, 'en')}` : ''}`;
    case 'local-hours':
      return `${step.local?.name.en ?? ''} hours ${hoursText(step.local?.hours ?? [])}`;
    case 'season-awaited':
      return `${span} outside the ${seasonText(step, 'en')}, clock starts ${opensText(step, 'en')}`;
    case 'not-counted-season':
      return `${span} not counted: outside the ${seasonText(step, 'en')}, clock goes on ${opensText(step, 'en')}`;
    case 'counted':
      return `${span} counted: ${counted}, ${left}`;
    case 'makeup-workday':
      return `${span} counted, make-up workday (${step.dayName?.en ?? ''}): ${counted}, ${left}`;
    case 'not-counted-night':
      return `${span} not counted: night`;
    case 'not-counted-lunch':
      return `${span} not counted: lunch break`;
    case 'not-counted-weekend':
      return `${daysText(step, 'en')} not counted: weekend`;
    case 'not-counted-holiday':
      return `${daysText(step, 'en')} not counted: ${step.dayName?.en ?? 'holiday'}`;
    case 'pause':
      return step.to === null ? `${at} paused, no end yet, ${left}` : `${span} paused`;
    case 'resume':
      return `${at} resumed, ${left}`;
    case 'extension':
      return `${at} extended${step.limit ? ` by ${limitText(step.limit, 'en')}` : ''}, ${left}`;
    case 'provisional':
      return `${at} on: holidays not published yet, provisional`;
    case 'restated':
      return `${at} counted again under calendar ${step.calendars?.to ?? ''}; alerts before fired under ${step.calendars?.from ?? ''}`;
    case 'due':
      return `${instantText(calendar, step.from, 'en', true)} due`;
    case 'due-given':
      return `${instantText(calendar, step.to ?? step.from, 'en', true)} due, as given by the source`;
  }
}

function inChinese(step: Step, calendar: CompiledCalendar): string {
  const at = instantText(calendar, step.from, 'zh');
  const span = spanText(calendar, step.from, step.to ?? step.from, 'zh');
  const left =
    step.balanceMs < 0 ? `超出${durationText(-step.balanceMs, 'zh')}` : `余${durationText(step.balanceMs, 'zh')}`;
  const counted = durationText(step.countedMs, 'zh');
  switch (step.kind) {
    case 'start':
      return `${instantText(calendar, step.from, 'zh', true)} ${step.season ? '给定时限' : '开始计时'}${step.limit ? `，时限 ${limitText(step.limit, 'zh')}` : ''}`;
    case 'local-hours':
      return `按${step.local?.name.zh ?? ''}工作时间 ${hoursText(step.local?.hours ?? [])}`;
    case 'season-awaited':
      return `${span} 不在${seasonText(step, 'zh')}，${opensText(step, 'zh')} 起计时`;
    case 'not-counted-season':
      return `${span} 不在${seasonText(step, 'zh')}不计时，${opensText(step, 'zh')} 起继续`;
    case 'counted':
      return `${span} 计时${counted}，${left}`;
    case 'makeup-workday':
      return `${span} ${step.dayName?.zh ?? ''}调休上班，计时${counted}，${left}`;
    case 'not-counted-night':
      return `${span} 夜间不计时`;
    case 'not-counted-lunch':
      return `${span} 午休不计时`;
    case 'not-counted-weekend':
      return `${daysText(step, 'zh')} 周末不计时`;
    case 'not-counted-holiday':
      return `${daysText(step, 'zh')} ${step.dayName?.zh ?? ''}放假不计时`;
    case 'pause':
      return step.to === null ? `${at} 起暂停计时，尚未恢复，${left}` : `${span} 暂停计时`;
    case 'resume':
      return `${at} 恢复计时，${left}`;
    case 'extension':
      return `${at} 延期${step.limit ? ` ${limitText(step.limit, 'zh')}` : ''}，${left}`;
    case 'provisional':
      return `${at} 起节假日安排尚未公布，暂按周历推算`;
    case 'restated':
      return `${at} 按工作日历 ${step.calendars?.to ?? ''} 重新计算，此前的告警按 ${step.calendars?.from ?? ''} 触发`;
    case 'due':
      return `${instantText(calendar, step.from, 'zh', true)} 到期`;
    case 'due-given':
      return `${instantText(calendar, step.to ?? step.from, 'zh', true)} 到期（来源系统给定）`;
  }
}

function seasonText({ season }: Step, locale: Locale): string {
  return season === undefined ? '' : seasonNames[season.name][locale];
}

/** `Mon 1 Mar 2027`: the year is said, because a season may be months away. */
function opensText({ season }: Step, locale: Locale): string {
  return season === undefined ? '' : dateText(season.opensOn, locale, true);
}

function daysText({ firstDate, lastDate }: Step, locale: Locale): string {
  if (firstDate === undefined || lastDate === undefined) return '';
  const first = dateText(firstDate, locale);
  return firstDate === lastDate ? first : `${first} – ${dateText(lastDate, locale)}`;
}
