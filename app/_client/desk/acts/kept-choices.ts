import { NO_INPUT, type ActInput } from './act-input.ts';

type Choices = Omit<ActInput, 'text' | 'media'>;

/** What was chosen in an act's form, as it is kept beside its text: with the state of the case that it was chosen on. */
export function keptChoices(expected: number, input: Choices): string {
  return JSON.stringify({ expected, input });
}

/**
 * What was chosen and not sent, for the same state of the case; nothing where the case has moved on since, or where what is
 * kept is something else.
 */
export function parseChoices(kept: string, expected: number): Partial<Choices> {
  if (kept === '') return {};
  try {
    const value: unknown = JSON.parse(kept);
    if (!isRecord(value) || value['expected'] !== expected || !isRecord(value['input'])) return {};
    const { input } = value;
    const known = Object.keys(NO_INPUT) as (keyof ActInput)[];
    return Object.fromEntries(known.flatMap((name) => (fits(name, input[name]) ? [[name, input[name]]] : [])));
  } catch (error) {
    console.warn('what was chosen in a form could not be read', error);
    return {};
  }
}

const TEXTS: readonly string[] = ['department', 'team', 'categoryKey', 'kind', 'to'];
const NUMBERS: readonly string[] = ['conditionNo', 'request', 'until', 'level', 'replyBy', 'supervision'];

function fits(name: keyof ActInput, value: unknown): boolean {
  if (name === 'text' || name === 'media' || value === undefined || value === null) return false;
  if (TEXTS.includes(name)) return typeof value === 'string';
  if (NUMBERS.includes(name)) return typeof value === 'number';
  if (name === 'verdict') return typeof value === 'boolean';
  if (name === 'supporting') return Array.isArray(value) && value.every((code) => typeof code === 'string');
  return isRecord(value) && 'unit' in value && typeof value['unit'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
