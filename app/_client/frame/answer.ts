import type { Problem } from '#wire/http/problem.ts';
import { SignedOut } from '../desk/api.ts';

/** The server refused; `problem` says why where it said so itself. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, problem: Problem | null) {
    super(problem?.detail ?? `the server answered ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Asks the server's API. Throws SignedOut, Refused with the server's own words, or TypeError where it is out of reach. */
export async function ask<Answer>(address: string, request: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(address, {
    cache: 'no-store',
    ...request,
    headers: { accept: 'application/json', ...request.headers },
  });
  if (answer.status === 401) throw new SignedOut(`${address}: not signed in`);
  if (!answer.ok) throw new Refused(answer.status, await problemOf(answer));
  return (await answer.json()) as Answer;
}

async function problemOf(answer: Response): Promise<Problem | null> {
  if (!(answer.headers.get('content-type') ?? '').includes('json')) return null;
  try {
    return (await answer.json()) as Problem;
  } catch (error) {
    console.info('the refusal could not be read', error);
    return null;
  }
}
