import { categoryKey, type Attestation, type Category, type Kind } from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import components from './components.json' with { type: 'json' };
import events from './events.json' with { type: 'json' };

type Mark = Exclude<Attestation, 'second-hand' | 'own'>;

/** What each mark of the lists stands for; the full story is in this folder's README. */
const SOURCES: Readonly<Record<Mark, string>> = {
  'two-lists': 'two public lists agree on number and name',
  'one-list': 'one city filing handbook with the 2013 numbering',
  successor: 'number kept in the directory of GB/T 47678.5-2026',
};

type ListedClass = { readonly code: string; readonly zh: string; readonly en: string; readonly subclasses: string[][] };

/**
 * The subclasses of GB/T 30428.2-2013 whose number is known: 118 of 121 components, 76 of 83 events.
 *
 * @throws Error when a row of the lists is malformed.
 */
export function categoryRows(): readonly Category[] {
  return [...rowsOf('component', components.classes), ...rowsOf('event', events.classes)];
}

function rowsOf(kind: Kind, classes: readonly ListedClass[]): Category[] {
  return classes.flatMap(({ code, zh, en, subclasses }) =>
    subclasses.map((cells) => categoryOf(kind, { classCode: code, className: { zh, en } }, cells)),
  );
}

function categoryOf(
  kind: Kind,
  ofClass: Pick<Category, 'classCode' | 'className'>,
  cells: readonly string[],
): Category {
  const [subCode, zh, en, shortZh, shortEn, attested] = cells;
  if (!subCode || !zh || !en || !shortZh || !shortEn || !isAttestation(attested)) {
    throw new Error(`malformed ${kind} ${ofClass.classCode}: ${cells.join(', ')}`);
  }
  return {
    key: categoryKey(NATIONAL_2013, kind, ofClass.classCode, subCode),
    codeSystem: NATIONAL_2013,
    kind,
    ...ofClass,
    subCode,
    name: { zh, en },
    shortName: { zh: shortZh, en: shortEn },
    source: SOURCES[attested],
    attested,
    mapping: null,
    retiredAt: null,
  };
}

function isAttestation(mark: string | undefined): mark is Mark {
  return mark !== undefined && Object.hasOwn(SOURCES, mark);
}
