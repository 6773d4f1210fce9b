import { expect, request, type APIRequestContext } from '@playwright/test';
import type { Move } from '#wire/command.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { MentionsAnswer } from '#wire/http/mention.ts';
import { signIn, type Officer } from './people.ts';

let made = 0;

/** A report that nobody has accepted; gives the number of its case. `changes` go over an event in Heping district. */
export async function report(
  api: APIRequestContext,
  key: string,
  changes: Readonly<Record<string, unknown>> = {},
  origin = '',
): Promise<string> {
  made += 1;
  const answer = await api.post(`${origin}/api/v1/reports`, {
    headers: { authorization: `Bearer ${key}` },
    data: [
      {
        sourceId: `forms-${Date.now()}-${made}`,
        reportedAt: Date.now(),
        channel: 'collector',
        category: 'gbt30428.2-2013:event:0110',
        conditionNo: 1,
        address: '浏览器测试路口',
        position: { lon: 117.2046, lat: 39.1333 },
        ...changes,
      },
    ],
  });
  expect(answer.status(), await answer.text()).toBe(202);
  const { results } = (await answer.json()) as { results: { caseNumber: string }[] };
  return results[0]?.caseNumber as string;
}

/** Somebody's hands outside a browser: reads and moves cases over HTTP, signed in as they are at a desk. */
export class OfficerApi {
  readonly #api: APIRequestContext;
  #moves = 0;

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signIn(origin: string, who: string | Officer): Promise<OfficerApi> {
    const api = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
    await signIn(api, origin, who);
    return new OfficerApi(api);
  }

  async read(number: string): Promise<CaseDetailAnswer> {
    const answer = await this.#api.get(`/api/v1/cases/${encodeURIComponent(number)}`);
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as CaseDetailAnswer;
  }

  /** Makes moves one after the other; the test fails where one is refused. */
  async move(number: string, ...moves: Move[]): Promise<void> {
    for (const move of moves) {
      this.#moves += 1;
      const answer = await this.#api.post(`/api/v1/cases/${encodeURIComponent(number)}/moves`, {
        data: { requestId: `forms-${Date.now()}-${this.#moves}`, move },
      });
      expect(answer.status(), await answer.text()).toBe(200);
    }
  }

  /** How often something stands in a case's timeline. */
  async count(number: string, type: string): Promise<number> {
    const { timeline } = await this.read(number);
    return timeline.filter((entry) => entry.type === type).length;
  }

  /** Comments that name whoever is signed in. */
  async mentions(): Promise<MentionsAnswer['mentions']> {
    const answer = await this.#api.get('/api/v1/mentions');
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as MentionsAnswer).mentions;
  }

  close(): Promise<void> {
    return this.#api.dispose();
  }
}
