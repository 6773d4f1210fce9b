import { LIMIT_RANGES, limitFault, LOAD_LIMITS, type LimitFault, type LoadLimits } from '#domain/alert/load-limits.ts';

/** Limits as they are being edited: numbers as they were typed. */
export type LoadDraft = Readonly<Record<keyof LoadLimits, string>>;

export function draftOf(limits: LoadLimits): LoadDraft {
  return Object.fromEntries(LOAD_LIMITS.map((name) => [name, String(limits[name])])) as LoadDraft;
}

/** The number that a text is for a limit; null where it is none that the limit may have. */
export function numberFor(name: keyof LoadLimits, text: string): number | null {
  const { least, most, whole } = LIMIT_RANGES[name];
  const value = /^\d{1,4}(\.\d{1,2})?$/u.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) return null;
  return value;
}

/** What a draft changes, and what of it cannot be: numbers that do not fit, or limits that do not fit each other. */
export function changeOf(
  limits: LoadLimits,
  draft: LoadDraft,
): { readonly change: Partial<LoadLimits>; readonly valid: boolean; readonly fault: LimitFault | null } {
  const change: Partial<LoadLimits> = {};
  let valid = true;
  for (const name of LOAD_LIMITS) {
    const value = numberFor(name, draft[name]);
    if (value === null) valid = false;
    else if (value !== limits[name]) change[name] = value;
  }
  const fault = valid ? limitFault({ ...limits, ...change }) : null;
  return { change, valid: valid && fault === null, fault };
}
