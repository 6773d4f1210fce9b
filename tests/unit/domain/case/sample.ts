import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import type { Role } from '#domain/account/role.ts';
import type { DecisionContext } from '#domain/case/decision-context.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

export const calendar: CompiledCalendar = compileCalendar(chinaCalendar);

/** Beijing time as an instant: `at('2026-11-20 16:40')`. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

const person = { kind: 'person', id: 'p1', name: '马骁' } as const;

export function event(eventId: string, when: number, data: CaseEventData): CaseEvent {
  return { eventId, at: when, recordedAt: when, actor: person, data };
}

export function reported(when: number, over: Partial<Extract<CaseEventData, { type: 'reported' }>> = {}): CaseEvent {
  return event('reported', when, {
    type: 'reported',
    conduct: 'own',
    channel: 'collector',
    categoryKey: 'gbt30428.2-2013:component:0101',
    conditionNo: null,
    description: '井盖缺失',
    address: '承德道',
    position: { lon: 117.2, lat: 39.12 },
    place: {
      inside: true,
      districtCode: '120101',
      subdistrictCode: '120101001',
      communityCode: '120101001001',
      gridCode: '120101001001007',
    },
    reporter: null,
    media: [],
    dueGiven: null,
    limit: { value: 15, unit: 'minute' },
    ...over,
  });
}

/** A decision of a city's duty officer, unless it says otherwise. */
export function context({ role, ...over }: Partial<DecisionContext> & { role?: Role } = {}): DecisionContext {
  return {
    eventId: 'e',
    at: 0,
    recordedAt: 0,
    actor: person,
    post: { role: role ?? 'duty-officer', level: 'city', department: null },
    rules: DEFAULT_RULES,
    calendar,
    stageLimit: () => ({ value: 15, unit: 'minute' }),
    condition: (_key, no) => (no === 1 ? { limit: { value: 4, unit: 'working-hour' } } : null),
    isDepartment: (code) => code.startsWith('120101-'),
    ...over,
  };
}
