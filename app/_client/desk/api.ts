import type { CaseRules } from '#domain/case/rules.ts';
import type { CaseDetailAnswer, CasesAnswer } from '#wire/http/case.ts';
import type { ComponentAnswer, NearComponentsAnswer } from '#wire/http/component.ts';
import type { Me } from '#wire/http/me.ts';
import type { LikelyDuplicates } from '#wire/http/waiting.ts';

/** Nobody is signed in (any more). */
export class SignedOut extends Error {
  override name = 'SignedOut';
}

/** Who is signed in. Throws SignedOut when nobody is, Error when the server cannot be asked. */
export function readMe(): Promise<Me> {
  return read<Me>('/api/v1/me').then((me) => me ?? Promise.reject(new SignedOut('nobody is signed in')));
}

/** Ends the session. False when the server could not be told: then it goes on. */
export async function leaveSession(): Promise<boolean> {
  try {
    const answer = await fetch('/api/auth/sign-out', { method: 'POST' });
    return answer.ok || answer.status === 401;
  } catch (error) {
    console.info('the session could not be ended', error);
    return false;
  }
}

/** One case whole; null when there is none or it is out of reach. Throws as `readMe` does. */
export function readCase(number: string): Promise<CaseDetailAnswer | null> {
  return read<CaseDetailAnswer>(`/api/v1/cases/${encodeURIComponent(number)}`);
}

/** What the city sets about its moves; null to whom it is not told. Throws as `readMe` does. */
export function readRules(): Promise<CaseRules | null> {
  return read<CaseRules>('/api/v1/rules');
}

/** Cases that may be the same problem as one, nearest first; none where the case is out of reach. Throws as `readMe` does. */
export async function readDuplicates(number: string): Promise<LikelyDuplicates['duplicates']> {
  const address = `/api/v1/cases/${encodeURIComponent(number)}/duplicates`;
  return (await read<LikelyDuplicates>(address))?.duplicates ?? [];
}

/** Where the same problem counts as come again: within so many metres and days. */
export const REPEATED_METRES = 50;
export const REPEATED_DAYS = 90;

/** Cases of the same category at the place of one, ended ones too. Throws as `readMe` does. */
export async function readRepeated(number: string): Promise<LikelyDuplicates['duplicates']> {
  const within = new URLSearchParams({ metres: String(REPEATED_METRES), hours: String(REPEATED_DAYS * 24) });
  const address = `/api/v1/cases/${encodeURIComponent(number)}/duplicates?${within.toString()}`;
  return (await read<LikelyDuplicates>(address))?.duplicates ?? [];
}

/** A component of the register with its cases; null where the register has no such code. Throws as `readMe` does. */
export function readComponent(code: string): Promise<ComponentAnswer | null> {
  return read<ComponentAnswer>(`/api/v1/components/${encodeURIComponent(code)}`);
}

/** Components of a subclass around a point, nearest first. Throws as `readMe` does. */
export async function readNearComponents(
  lon: number,
  lat: number,
  category: string,
): Promise<NearComponentsAnswer['components']> {
  const asked = new URLSearchParams({ lon: String(lon), lat: String(lat), category, within: '100', limit: '3' });
  return (await read<NearComponentsAnswer>(`/api/v1/components/near?${asked.toString()}`))?.components ?? [];
}

/** The number of the open case with this id; null where it is open no more. Throws as `readMe` does. */
export async function findNumber(id: number, near: FindNear): Promise<string | null> {
  const asked = new URLSearchParams({ open: 'true', limit: '200' });
  if (near.place !== null) asked.set('place', near.place);
  if (near.category !== null) asked.set('category', near.category);
  const answer = await read<CasesAnswer>(`/api/v1/cases?${asked.toString()}`);
  return answer?.cases.find((one) => one.id === id)?.number ?? null;
}

/** Where to look for a case: codes of its place and category. */
export type FindNear = { readonly place: string | null; readonly category: string | null };

async function read<Answer>(address: string): Promise<Answer | null> {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 401) throw new SignedOut(`${address}: not signed in`);
  if (answer.status === 404 || answer.status === 403) return null;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as Answer;
}
