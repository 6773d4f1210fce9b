import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveWall } from '#client/admin/walls/save-wall.ts';
import { draftOf } from '#client/admin/walls/wall-draft.ts';
import { newProgram } from '#domain/wall/program.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { gridWall } from '../../../domain/wall/walls.ts';

const base: StandingWall = { version: 3, wall: gridWall({}), layouts: {}, program: newProgram(0) };
const mine = { ...draftOf(base), playlist: [] };

/** A server that has a wall, and stores a change of its very version alone. */
function serve(standing: StandingWall): { version: number }[] {
  const asked: { version: number }[] = [];
  const answer = (status: number, body: object): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', (_: string, request: RequestInit = {}) => {
    if (request.method !== 'POST') return Promise.resolve(answer(200, { walls: [standing] }));
    const change = JSON.parse(String(request.body)) as { version: number; wall: StandingWall['wall'] };
    asked.push({ version: change.version });
    if (change.version !== standing.version)
      return Promise.resolve(answer(409, { code: 'version-conflict', detail: 'somebody was faster' }));
    return Promise.resolve(answer(200, { ...standing, wall: change.wall, version: standing.version + 1 }));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('storing a wall', () => {
  it('goes through where only what shows has changed since it was read', async () => {
    const hold = { scene: { kind: 'overview' as const }, from: 1, by: { id: 'u', name: 'u' } };
    const asked = serve({ ...base, version: 5, program: { ...base.program, hold } });
    const saved = await saveWall(base, mine);
    expect(saved).toMatchObject({ done: true, standing: { version: 6 } });
    expect(asked.map(({ version }) => version)).toEqual([3, 5]);
  });

  it('stores nothing over what somebody else has set, and brings theirs back', async () => {
    const theirs = { ...base, version: 4, wall: { ...base.wall, viewingDistance: 9_000 } };
    const asked = serve(theirs);
    expect(await saveWall(base, mine)).toEqual({ done: false, theirs });
    expect(asked).toHaveLength(1);
    // Told to, it does.
    expect(await saveWall(theirs, mine)).toMatchObject({ done: true });
  });

  it('says what the server said of anything else', async () => {
    const body = JSON.stringify({ code: 'bad-argument', detail: 'two screens are named 1' });
    const headers = { 'content-type': 'application/json' };
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status: 400, headers })));
    await expect(saveWall(base, mine)).rejects.toThrow('two screens are named 1');
  });
});
