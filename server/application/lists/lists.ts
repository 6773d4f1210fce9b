import type { Actor } from '#domain/account/role.ts';
import { ListRefused, type ListFile, type ListKind, type ListPreview, type ListVersion } from './list-kind.ts';

/** The lists that this platform takes, by id. */
export interface Lists {
  readonly kinds: readonly ListKind[];
  /** Null where there is no such list. */
  find(id: string): ListKind | null;
}

/**
 * Joins lists of all kinds. Their options are checked here, so that a kind sees only names and choices that it offers,
 * with the fallbacks filled in.
 *
 * @param onChanged hears the id of a list that was applied or undone, before the caller does.
 * @throws RangeError for two lists of one id or an option whose name is taken.
 */
export function createLists(
  kinds: readonly ListKind[],
  onChanged: (id: string) => Promise<void> = () => Promise.resolve(),
): Lists {
  const byId = new Map<string, ListKind>();
  for (const kind of kinds) {
    if (byId.has(kind.id)) throw new RangeError(`two lists are called ${kind.id}`);
    if (kind.options.some(({ name }) => RESERVED.includes(name))) throw new RangeError(`${kind.id}: an option's name`);
    byId.set(kind.id, checked(kind, onChanged));
  }
  return { kinds: [...byId.values()], find: (id) => byId.get(id) ?? null };
}

const RESERVED: readonly string[] = ['name', 'basis'];

function checked(kind: ListKind, onChanged: (id: string) => Promise<void>): ListKind {
  const told = async (version: ListVersion): Promise<ListVersion> => {
    await onChanged(kind.id);
    return version;
  };
  return {
    id: kind.id,
    options: kind.options,
    ...(kind.template && { template: (format) => kind.template!(format) }),
    preview: async (file): Promise<ListPreview> => kind.preview(withOptions(kind, file)),
    apply: async (file, by: Actor, basis) => told(await kind.apply(withOptions(kind, file), by, basis)),
    versions: () => kind.versions(),
    undo: async (version, by) => told(await kind.undo(version, by)),
  };
}

/** @throws ListRefused naming every option that is unknown, missing or not among the choices. */
function withOptions({ options }: ListKind, file: ListFile): ListFile {
  const names = options.map(({ name }) => name);
  const unknown = Object.keys(file.options).filter((name) => !names.includes(name));
  const values = options.map(({ name, choices, fallback }) => {
    const value = file.options[name] ?? fallback;
    if (value === null) return { name, value: '', fault: { zh: '没有给出', en: 'is missing' }, choices };
    const fits = choices === null || choices.includes(value);
    return { name, value, fault: fits ? null : { zh: `不能是“${value}”`, en: `is “${value}”` }, choices };
  });
  const problems = [
    ...unknown.map((name) => ({
      field: name,
      reason: { zh: '这份清单没有这个选项', en: 'this list has no such option' },
      hint: {
        zh: names.length > 0 ? `可用的选项：${names.join('、')}` : '它没有选项',
        en: `its options are: ${names.join(', ') || 'none'}`,
      },
    })),
    ...values.flatMap(({ name, fault, choices }) =>
      fault === null
        ? []
        : [
            {
              field: name,
              reason: { zh: `这个选项${fault.zh}`, en: `the option ${fault.en}` },
              hint: {
                zh: choices === null ? '填写任意文字' : `从中选一个：${choices.join('、')}`,
                en: `give one of: ${choices?.join(', ') ?? 'any text'}`,
              },
            },
          ],
    ),
  ].map((problem) => ({ line: null, ...problem, refuses: true }));
  if (problems.length > 0) throw new ListRefused(problems);
  return { ...file, options: Object.fromEntries(values.map(({ name, value }) => [name, value])) };
}
