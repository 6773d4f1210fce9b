import type { RequestKind } from '#domain/case/request-kind.ts';
import { lineKeys } from '#wire/handover-lines.ts';
import type { Became, HandoverContent } from '#wire/http/handover.ts';
import type { Scene } from '#domain/wall/scene.ts';
import type { Language } from '../i18n/language.ts';
import type { DictionaryCategory, DictionaryDepartment, DictionaryPlace } from '../stores/dictionary-store.ts';

/** Names behind the codes of a handover. */
export type SheetNames = {
  place(code: string | null): DictionaryPlace | null;
  category(key: string | null): DictionaryCategory | null;
  department(code: string | null): DictionaryDepartment | null;
};

export const SECTIONS = ['claims', 'promises', 'shelved', 'standing', 'walls', 'teams', 'feeds', 'screens'] as const;
export type SectionName = (typeof SECTIONS)[number];

type Item<Section extends SectionName> = HandoverContent[Section]['items'][number];
export type LineKind =
  | `promises.${'extension' | 'urge' | 'reply' | 'request' | `ask-${RequestKind}`}`
  | `standing.${Item<'standing'>['why']}`
  | `walls.${Item<'walls'>['why']}`
  | `feeds.${Item<'feeds'>['state']}`
  | `screens.${Item<'screens'>['link']}`;

/** What a line says in its own column, in words that the page has: a person, an instant, what was said. */
export type SheetLine = {
  readonly key: string | null;
  readonly caseNumber: string | null;
  readonly alertId: number | null;
  /** Where the thing is; null where there is no page of it. */
  readonly href: string | null;
  readonly name: string;
  readonly where: string;
  readonly mark: 'timed-out' | 'due-soon' | 'supervised' | 'calm' | null;
  readonly who: string;
  readonly since: number | null;
  readonly until: number | null;
  readonly note: string;
  /** Which word of its section goes with it, such as the kind of promise. */
  readonly kind: LineKind | null;
  readonly scene: Scene | null;
};

export type SheetSection = {
  readonly name: SectionName;
  readonly total: number;
  readonly lines: readonly SheetLine[];
};

const PLAIN: SheetLine = {
  ...{
    key: null,
    caseNumber: null,
    alertId: null,
    href: null,
    name: '',
    where: '',
    mark: null,
    who: '',
    since: null,
    until: null,
  },
  ...{ note: '', kind: null, scene: null },
};

/** A handover as its sections are read, every line with the address of what it is about. */
export function sectionsOf(content: HandoverContent, names: SheetNames, language: Language): SheetSection[] {
  const inWords = wordsOf(names, language);
  const lists = {
    claims: content.claims.items.map((one) => ({
      ...inWords.alert(one),
      ...{ who: one.by.name, since: one.since, until: one.returnsAt },
    })),
    promises: content.promises.items.map((one) => ({
      ...inWords.about(one),
      ...{ key: lineKeys.promise(one), who: one.by, since: one.at, until: one.dueAt, note: one.what },
      kind: one.request === null ? (`promises.${one.kind}` as const) : (`promises.ask-${one.request}` as const),
    })),
    shelved: content.shelved.items.map((one) => ({
      ...inWords.alert(one),
      ...{ who: one.by.name, since: one.since, until: one.until, note: one.reason },
    })),
    standing: content.standing.items.map((one) => ({
      ...inWords.alert(one),
      since: one.firedAt,
      kind: `standing.${one.why}` as const,
    })),
    walls: content.walls.items.map((one) => ({
      ...PLAIN,
      href: `/wall/${encodeURIComponent(one.wall)}/${encodeURIComponent(one.screens?.[0] ?? '1')}`,
      name: inWords.named(one.nameZh, one.nameEn),
      ...{ where: one.screens?.join(' ') ?? '', who: one.by ?? '', since: one.since, until: one.until },
      ...{ kind: `walls.${one.why}` as const, scene: sceneOf(one.scene) },
    })),
    teams: content.teams.items.map((one) => ({
      ...PLAIN,
      ...{ key: lineKeys.team(one), href: '/evaluation/patrol', name: inWords.named(one.nameZh, one.nameEn) },
      ...{ where: inWords.area(one.districtCode, null), since: one.heardAt, note: one.code },
    })),
    feeds: content.feeds.items.map((one) => ({
      ...PLAIN,
      ...{ key: lineKeys.feed(one), href: '/desk', name: inWords.named(one.nameZh, one.nameEn) },
      ...{ since: one.heardAt, kind: `feeds.${one.state}` as const },
    })),
    screens: content.screens.items.map((one) => ({
      ...PLAIN,
      ...{ key: lineKeys.screen(one), name: one.label || `${one.wall}/${one.screen}`, where: one.wall },
      ...{ href: `/wall/${encodeURIComponent(one.wall)}/${encodeURIComponent(one.screen)}` },
      ...{ since: one.seenAt, kind: `screens.${one.link}` as const },
    })),
  } satisfies Record<SectionName, SheetLine[]>;
  return SECTIONS.map((name) => ({ name, total: content[name].total, lines: lists[name] }));
}

/** What became of lines, by their keys. */
export function becameByKey(became: readonly Became[] | null): ReadonlyMap<string, Became> {
  return new Map((became ?? []).map((one) => [one.key, one]));
}

function sceneOf({ kind, target }: HandoverContent['walls']['items'][number]['scene']): Scene {
  return target === undefined ? { kind } : { kind, target };
}

type AboutCase = Pick<
  HandoverContent['promises']['items'][number],
  'caseNumber' | 'categoryKey' | 'districtCode' | 'subdistrictCode' | 'address'
>;
type AboutAlert = HandoverContent['standing']['items'][number];

function wordsOf(names: SheetNames, language: Language) {
  const named = (zh: string, en: string): string => (language === 'zh' ? zh || en : en || zh);
  const nameOf = (one: { nameZh: string; nameEn: string } | null): string =>
    one === null ? '' : named(one.nameZh, one.nameEn);
  const area = (district: string | null, subdistrict: string | null): string =>
    [nameOf(names.place(district)), nameOf(names.place(subdistrict))].filter((part) => part !== '').join(' ');
  // An address that begins with its subdistrict says it already.
  const isSaidIn = (address: string, code: string | null): boolean => {
    const name = nameOf(names.place(code));
    return name !== '' && address.startsWith(name);
  };
  const about = ({ caseNumber, categoryKey, districtCode, subdistrictCode, address }: AboutCase): SheetLine => ({
    ...PLAIN,
    caseNumber,
    href: `/desk?case=${encodeURIComponent(caseNumber)}`,
    name: nameOf(names.category(categoryKey)) || caseNumber,
    where: [area(districtCode, isSaidIn(address, subdistrictCode) ? null : subdistrictCode), address]
      .filter((part) => part !== '')
      .join(' · '),
  });
  const alert = (one: Omit<AboutAlert, 'why'>): SheetLine => ({
    ...about(one),
    ...{ key: lineKeys.alert(one), alertId: one.alertId },
    mark: one.supervised ? 'supervised' : one.threshold === 'warning' ? 'due-soon' : 'timed-out',
  });
  return { named, area, about, alert };
}
