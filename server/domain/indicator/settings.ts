/** A question on which sources disagree or are silent. The first choice is the default. */
export type Setting = {
  readonly name: string;
  readonly question: { readonly zh: string; readonly en: string };
  readonly choices: readonly { readonly value: string; readonly zh: string; readonly en: string }[];
  /** Where the choices come from. */
  readonly basis: { readonly zh: string; readonly en: string };
};
export type SettingChoice = string;

const standard = 'GB/T 30428.4-2016';

/** Every such question. A value that is not settled by the standard's published parts is asked here, never fixed in code. */
export const SETTINGS = [
  {
    name: 'reworkDenominator',
    question: { zh: '返工率的分母', en: 'Denominator of the rework rate' },
    choices: [
      { value: 'disposed', zh: '处置数', en: 'disposed' },
      { value: 'closures-due', zh: '应结案数', en: 'closures due' },
    ],
    basis: {
      zh: `${standard}：一套系统的页面用处置数，它的程序和公布的通报用应结案数`,
      en: `${standard}: pages of one system pair it with 处置数, its code and published bulletins divide by 应结案数`,
    },
  },
  {
    name: 'extensionDenominator',
    question: { zh: '延期率的分母', en: 'Denominator of the extension rate' },
    choices: [
      { value: 'disposals-due', zh: '应处置数', en: 'disposals due' },
      { value: 'closures-due', zh: '应结案数', en: 'closures due' },
    ],
    basis: {
      zh: '标准之外的指标；有通报除以应结案数',
      en: 'an extension of the standard; a published bulletin divides by 应结案数',
    },
  },
  {
    name: 'onTimeClosingDenominator',
    question: { zh: '值班长按时结案率的分母', en: "Denominator of the duty officer's on-time closing rate" },
    choices: [
      { value: 'closed', zh: '结案数', en: 'closed' },
      { value: 'closures-due', zh: '应结案数', en: 'closures due' },
    ],
    basis: {
      zh: `${standard}：一处除以结案数，另一处除以应结案数`,
      en: `${standard}: one source divides by 结案数, another by 应结案数`,
    },
  },
  {
    name: 'closingDenominator',
    question: { zh: '结案率的分母', en: 'Denominator of the closing rate' },
    choices: [
      { value: 'closures-due', zh: '应结案数', en: 'closures due' },
      { value: 'accepted', zh: '受理数', en: 'accepted' },
      { value: 'filed', zh: '立案数', en: 'filed' },
    ],
    basis: {
      zh: `${standard}：应结案数；有的城市以同名公布结案数/受理数`,
      en: `${standard}: 应结案数; some cities publish 结案数/受理数 under the same name`,
    },
  },
  {
    name: 'correctDispatch',
    question: { zh: '准确派遣数的算法', en: 'What a correct dispatch is' },
    choices: [
      { value: 'not-redispatched', zh: '未改派到其他部门', en: 'not sent to another department afterwards' },
      { value: 'less-reworks', zh: '派遣数减返工数', en: 'dispatched less reworks' },
    ],
    basis: { zh: `${standard}：同一资料里的定义不一`, en: `${standard}: definitions differ inside one source` },
  },
  {
    name: 'dispatchDue',
    question: { zh: '应派遣数含哪些未派遣案件', en: 'Which undispatched cases count as due' },
    choices: [
      { value: 'overdue', zh: '超时未派遣的', en: 'those past their limit' },
      { value: 'waiting', zh: '全部待派遣的', en: 'all that wait' },
    ],
    basis: {
      zh: `${standard}：应办 = 已办 + 超时未办；有页面按已派遣 + 待派遣统计`,
      en: `${standard}: due = done + overdue; one page counts dispatched + waiting`,
    },
  },
  {
    name: 'missedReports',
    question: { zh: '漏报数的认定', en: 'What a missed report is' },
    choices: [
      { value: 'not-kept', zh: '不统计', en: 'not counted' },
      { value: 'confirmed-others', zh: '其他渠道上报并核实的', en: 'reported by others and confirmed on site' },
    ],
    basis: {
      zh: `${standard}：须认定为监督员应报而未报`,
      en: `${standard}: must be confirmed as one that the collector should have reported`,
    },
  },
  {
    name: 'backlog',
    question: { zh: '以前到期仍未办的案件', en: 'What fell due before the span and is still not done' },
    choices: [
      { value: 'once', zh: '只计入到期的那一期', en: 'counts in the span in which it fell due' },
      { value: 'carried', zh: '每期都计入', en: 'counts again in every span' },
    ],
    basis: { zh: '标准未写；只计一次时各期可以相加', en: 'silent; once makes spans add up' },
  },
  {
    name: 'exempted',
    question: { zh: '申诉成立的超时', en: 'A timeout exempted by an appeal' },
    choices: [
      { value: 'leaves', zh: '不计入', en: 'leaves the counts' },
      { value: 'on-time', zh: '按期计入', en: 'counts as on time' },
    ],
    basis: {
      zh: '一个城市的做法：不计入得分，超时的事实仍可见',
      en: 'practice of one city: exempt from the score, the fact stays visible',
    },
  },
  {
    name: 'missingPart',
    question: { zh: '综合指标缺少一项时', en: 'When a part of a composite score has no value' },
    choices: [
      { value: 'leave-out', zh: '其余各项按权重折算', en: 'the other parts share its weight' },
      { value: 'no-score', zh: '不评分', en: 'no score' },
    ],
    basis: { zh: '标准未写', en: 'silent' },
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]['name'];

/** Lower bounds of the grades, from A down; below the last bound is E. */
export type GradeBounds = readonly [a: number, b: number, c: number, d: number];

/** How figures are to be read: a choice for each question, the grades' bounds and the smallest sample that is ranked. */
export type EvaluationSettings = {
  readonly choices: Readonly<Record<SettingName, SettingChoice>>;
  readonly grades: GradeBounds;
  /** A rate over fewer than this is shown but neither ranked nor graded. */
  readonly leastSample: number;
};

/** The defaults. Grades: A 90, B 75, C 60, D 40, as one system after GB/T 30428.4-2016 has them. */
export const defaultSettings: EvaluationSettings = {
  choices: Object.fromEntries(SETTINGS.map(({ name, choices }) => [name, choices[0].value])) as Record<
    SettingName,
    SettingChoice
  >,
  grades: [90, 75, 60, 40],
  leastSample: 20,
};

/** Settings with other choices. Throws RangeError naming an unknown question or choice and those there are. */
export function withChoices(
  settings: EvaluationSettings,
  choices: Readonly<Record<string, string>>,
): EvaluationSettings {
  const changed: Record<SettingName, SettingChoice> = { ...settings.choices };
  for (const [name, value] of Object.entries(choices)) {
    const setting: Setting | undefined = SETTINGS.find((one) => one.name === name);
    if (!setting)
      throw new RangeError(`there is no setting ${name}; there are ${SETTINGS.map((one) => one.name).join(', ')}`);
    const known = setting.choices.map((choice) => choice.value);
    if (!known.includes(value)) throw new RangeError(`${name} is one of ${known.join(', ')}, not ${value}`);
    changed[setting.name as SettingName] = value;
  }
  return { ...settings, choices: changed };
}

/** What a city changes of the settings; what is left out stays. */
export type SettingsChange = {
  readonly choices?: Readonly<Record<string, string>> | undefined;
  /** Lower bounds of A, B, C and D. */
  readonly grades?: readonly number[] | undefined;
  readonly leastSample?: number | undefined;
};

/** Settings with a change. Throws RangeError saying what cannot be and what could. */
export function changedSettings(settings: EvaluationSettings, change: SettingsChange): EvaluationSettings {
  const { choices = {}, grades, leastSample = settings.leastSample } = change;
  if (!Number.isInteger(leastSample) || leastSample < 0)
    throw new RangeError(`leastSample is a whole number from 0 up, not ${leastSample}`);
  return {
    ...withChoices(settings, choices),
    grades: grades === undefined ? settings.grades : gradeBounds(grades),
    leastSample,
  };
}

function gradeBounds(bounds: readonly number[]): GradeBounds {
  const [a, b, c, d, ...more] = bounds;
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0)
    throw new RangeError('grades are four bounds: the least score of A, of B, of C and of D');
  if (!(a <= 100 && a > b && b > c && c > d && d >= 0))
    throw new RangeError(`grades fall from A to D, between 100 and 0: 90, 75, 60, 40; not ${bounds.join(', ')}`);
  return [a, b, c, d];
}
