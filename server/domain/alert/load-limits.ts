/** Where alarm handling stops being bearable. All of it is a setting; each default says where it is from. */
export type LoadLimits = {
  /** Alerts an officer can handle in ten minutes for good. */
  manageable: number;
  /** More than this many an officer in ten minutes is a flood. */
  floodAbove: number;
  /** A flood is over when no more than this many an officer came in ten minutes. */
  calmBelow: number;
  /** An alert that nothing has ended for longer stands. */
  standingHours: number;
  /** An alert that nobody has taken for longer is stale. */
  staleHours: number;
  /** One clock whose alerts were raised and ended this often within an hour chatters. */
  chatteringTimes: number;
  /** Share of time in flood and the usual load are told over the last so many hours. */
  spanHours: number;
  /** What was taken and not acted on for longer returns by itself. */
  returnMinutes: number;
  /** Nothing is shelved for longer. */
  shelveHours: number;
};

export const DEFAULT_LOAD_LIMITS: LoadLimits = {
  manageable: 1,
  floodAbove: 10,
  calmBelow: 5,
  standingHours: 24,
  staleHours: 8,
  chatteringTimes: 3,
  spanHours: 8,
  returnMinutes: 30,
  shelveHours: 24,
};

/** The limits in the order in which they are told. */
export const LOAD_LIMITS = Object.keys(DEFAULT_LOAD_LIMITS) as readonly (keyof LoadLimits)[];

type LimitRange = {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly unit: 'alerts' | 'hours' | 'minutes' | 'times';
};

/** What each limit may be. */
export const LIMIT_RANGES: Readonly<Record<keyof LoadLimits, LimitRange>> = {
  manageable: { least: 0.1, most: 1_000, whole: false, unit: 'alerts' },
  floodAbove: { least: 0.1, most: 1_000, whole: false, unit: 'alerts' },
  calmBelow: { least: 0.1, most: 1_000, whole: false, unit: 'alerts' },
  standingHours: { least: 0.1, most: 720, whole: false, unit: 'hours' },
  staleHours: { least: 0.1, most: 720, whole: false, unit: 'hours' },
  chatteringTimes: { least: 2, most: 100, whole: true, unit: 'times' },
  spanHours: { least: 0.1, most: 24, whole: false, unit: 'hours' },
  returnMinutes: { least: 0.1, most: 1_440, whole: false, unit: 'minutes' },
  shelveHours: { least: 0.1, most: 720, whole: false, unit: 'hours' },
};

/** What of limits does not fit together: a flood that ends above where it begins, or a usual load that is one already. */
export const LIMIT_FAULTS = ['calm-above-flood', 'manageable-above-flood'] as const;
export type LimitFault = (typeof LIMIT_FAULTS)[number];

export function limitFault({ calmBelow, floodAbove, manageable }: LoadLimits): LimitFault | null {
  if (calmBelow > floodAbove) return 'calm-above-flood';
  return manageable > floodAbove ? 'manageable-above-flood' : null;
}

/** From where a default is: a standard by name, or the platform's own choice where none says anything. */
export const LIMIT_SOURCES: Readonly<Record<keyof LoadLimits, { readonly zh: string; readonly en: string }>> = {
  manageable: { zh: 'EEMUA 191：十分钟约一条', en: 'EEMUA 191: about one alarm in ten minutes' },
  floodAbove: { zh: 'EEMUA 191、ISA-18.2：十分钟十条', en: 'EEMUA 191, ISA-18.2: ten alarms in ten minutes' },
  calmBelow: { zh: 'ISA-18.2：十分钟少于五条为洪泛结束', en: 'ISA-18.2: a flood ends below five alarms in ten minutes' },
  standingHours: { zh: 'ISA-18.2：超过 24 小时为久悬', en: 'ISA-18.2: stale alarms stand for more than 24 hours' },
  staleHours: { zh: 'Citywall：一个班', en: 'Citywall: one shift' },
  chatteringTimes: {
    zh: 'ISA-18.2：三次及以上；城市时钟以分钟计，所以看一小时',
    en: 'ISA-18.2: three or more times; within an hour, since city clocks run in minutes and not in seconds',
  },
  spanHours: { zh: 'Citywall：一个班', en: 'Citywall: one shift' },
  returnMinutes: { zh: 'Citywall', en: 'Citywall' },
  shelveHours: {
    zh: 'Citywall：一天，每个来接的班都会再看到',
    en: 'Citywall: one day, so that each shift that comes meets it again',
  },
};
