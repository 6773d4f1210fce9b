import type { ListAnswer, ListPreview, ListVersion } from './list-answers.ts';

/** How far the bringing of a file has come. A preview belongs to the file and the choices it was made of. */
export type ImportState = {
  readonly file: File | null;
  readonly options: Readonly<Record<string, string>>;
  readonly at: 'choosing' | 'looking' | 'seen' | 'applying' | 'applied';
  readonly preview: ListPreview | null;
  readonly applied: ListVersion | null;
  readonly refused: Error | null;
};

export type ImportStep =
  | { type: 'file'; file: File | null }
  | { type: 'option'; name: string; value: string }
  | { type: 'look' }
  | { type: 'seen'; preview: ListPreview }
  | { type: 'apply' }
  | { type: 'applied'; version: ListVersion }
  | { type: 'refused'; error: Error };

/** Nothing chosen; options at what holds without asking. */
export function freshImport(options: ListAnswer['options']): ImportState {
  const given = options.flatMap(({ name, fallback }) => (fallback === null ? [] : [[name, fallback] as const]));
  return {
    file: null,
    options: Object.fromEntries(given),
    at: 'choosing',
    preview: null,
    applied: null,
    refused: null,
  };
}

/** The next state. Another file or another choice makes a preview worthless: it is thrown away. */
export function importStep(state: ImportState, step: ImportStep): ImportState {
  switch (step.type) {
    case 'file':
      return { ...state, file: step.file, at: 'choosing', preview: null, applied: null, refused: null };
    case 'option':
      return {
        ...state,
        options: { ...state.options, [step.name]: step.value },
        at: 'choosing',
        preview: null,
        applied: null,
        refused: null,
      };
    case 'look':
      return { ...state, at: 'looking', preview: null, applied: null, refused: null };
    case 'seen':
      return state.at === 'looking' ? { ...state, at: 'seen', preview: step.preview } : state;
    case 'apply':
      return { ...state, at: 'applying', refused: null };
    case 'applied':
      return { ...state, at: 'applied', applied: step.version, refused: null };
    case 'refused':
      return { ...state, at: state.preview === null ? 'choosing' : 'seen', refused: step.error };
  }
}

/** Options that must be given and are not. */
export function missingOptions(options: ListAnswer['options'], given: ImportState['options']): string[] {
  return options
    .filter(({ name, fallback }) => fallback === null && (given[name] ?? '').trim() === '')
    .map(({ name }) => name);
}

/** Options with something in them, as they are sent. */
export function sentOptions(given: ImportState['options']): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
}
