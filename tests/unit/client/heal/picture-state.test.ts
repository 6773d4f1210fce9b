import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCaseColumns } from '#wire/case-rows.ts';
import { createTeamColumns } from '#wire/team-frame.ts';
import type { Figures, Status } from '#wire/figures.ts';
import { PROTOCOL_VERSION, type Topic, type Welcome } from '#wire/protocol.ts';
import { MOST_CASES, pictureState, restorePicture } from '#client/heal/picture-state.ts';
import { Picture } from '#client/realtime/picture.ts';

const TOPICS: readonly Topic[] = ['status', 'figures', 'cases', 'teams'];
const HOUR = 3_600_000;
const welcome: Welcome = {
  protocol: PROTOCOL_VERSION,
  build: 'b',
  serverTime: 0,
  node: 'n',
  dictionary: 'd',
  scope: '120000',
  simulated: true,
  timeZone: 'Asia/Shanghai',
};

function page(): Picture {
  return new Picture({ face: 'wall', build: 'b', topics: TOPICS, url: 'http://127.0.0.1:1' });
}

/** A page that has been live, whose server's clock stands an hour ahead of this machine's. */
function livePage(cases: number): Picture {
  const picture = page();
  const { link } = picture.client;
  link.welcome.set(welcome);
  link.clock.assume(Date.now() + HOUR);
  picture.status.set({ feeds: [], at: 5 } as unknown as Status, 5, 4);
  picture.figures.set({ open: 12 } as unknown as Figures, 7, 6);
  const columns = createCaseColumns(cases + 100);
  for (let row = 0; row < cases; row++) columns.id[row] = row + 1;
  columns.length = cases;
  picture.cases.replace(columns, 9);
  return picture;
}

afterEach(() => void vi.useRealTimers());

describe('the last picture', () => {
  it('comes back as it was, through the browser’s own copying, with the server’s clock', () => {
    vi.useFakeTimers();
    const state = pictureState(livePage(3), TOPICS, 'b');
    if (state === null) throw new Error('nothing was kept');
    expect(state.cases?.columns.id).toHaveLength(3);
    vi.advanceTimersByTime(2 * HOUR);
    const later = page();
    restorePicture(later, structuredClone(state), null);
    expect(later.figures.value).toEqual({ open: 12 });
    expect([later.figures.at, later.figures.dataAt, later.cases.dataAt]).toEqual([7, 6, 9]);
    expect(later.cases.rowOf(2)).toBe(1);
    expect(Math.round((later.now() - state.keptAt) / 1_000)).toBe(7_200);
    expect(later.client.link.welcome.value?.timeZone).toBe('Asia/Shanghai');
  });

  it('says that its server is lost when it does not come within three seconds', () => {
    vi.useFakeTimers();
    const state = pictureState(livePage(1), TOPICS, 'b');
    const later = page();
    if (state !== null) restorePicture(later, state, null);
    expect(later.client.link.state.value.phase).toBe('connecting');
    vi.advanceTimersByTime(3_000);
    expect(later.client.link.state.value.phase).toBe('lost');
  });

  it('never goes over what is live', () => {
    const state = pictureState(livePage(1), TOPICS, 'b');
    const live = livePage(2);
    live.figures.set({ open: 99 } as unknown as Figures, 70, 60);
    if (state !== null) restorePicture(live, state, null);
    expect(live.figures.value).toEqual({ open: 99 });
    expect(live.cases.length).toBe(2);
  });

  it('is bounded: a very large city keeps its heat and figures and not every case', () => {
    expect(pictureState(livePage(MOST_CASES + 1), TOPICS, 'b')?.cases).toBeNull();
  });

  it('is nothing before the server was ever heard', () => {
    expect(pictureState(page(), TOPICS, 'b')).toBeNull();
  });

  it('keeps where the teams were', () => {
    const picture = livePage(0);
    const teams = { ...createTeamColumns(1, 2), seq: 4 };
    teams.fixedAt[1] = 100;
    const state = pictureState(picture, TOPICS, 'b');
    if (state === null) throw new Error('nothing was kept');
    const later = page();
    restorePicture(later, { ...state, teams: { state: teams, dataAt: 100 } }, null);
    expect(later.teams.length).toBe(2);
    expect(later.teams.fixedAt[1]).toBe(100);
  });
});
