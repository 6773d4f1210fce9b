import { describe, expect, it } from 'vitest';
import { Pairing, type PairingState } from '#client/screen/pairing.ts';

const place = { wall: 'main', screen: '2' };
const codes = (userCode: string) => ({
  status: 200,
  body: {
    device_code: `secret of ${userCode}`,
    user_code: userCode,
    verification_uri: 'https://here/admin/screens',
    verification_uri_complete: `https://here/admin/screens?code=${userCode}`,
    expires_in: 600,
    interval: 5,
  },
});
const said = (error: string) => ({ status: 400, body: { error } });
const letIn = { status: 200, body: { access_token: 'cws_x', wall: 'hall', screen: '7' } };

/** A screen in front of a server that answers so, one after the other; an Error is a server that is away. */
function pairing(answers: readonly ({ status: number; body: Record<string, unknown> } | Error)[]) {
  const waits: number[] = [];
  const posts: string[] = [];
  const states: PairingState[] = [];
  const left = [...answers];
  const made = new Pairing(
    {
      post: async (path, body) => {
        posts.push(`${path.split('/').at(-1)} ${'device_code' in body ? String(body.device_code) : ''}`.trim());
        const next = left.shift();
        if (next === undefined) throw new Error('nobody expected another question');
        if (next instanceof Error) throw next;
        return next;
      },
      wait: async (ms) => void waits.push(ms),
    },
    place,
    '1920×1080',
  );
  made.state.subscribe(() => states.push(made.state.value));
  return { made, waits, posts, states };
}

describe('a screen that asks to be let in', () => {
  it('shows its code, keeps the pace, slows down when told to, and goes where it hangs', async () => {
    const pending = said('authorization_pending');
    const { made, waits, states } = pairing([codes('AAAA-2222'), pending, said('slow_down'), pending, letIn]);
    await made.run();
    expect(waits).toEqual([5_000, 5_000, 10_000, 10_000]);
    expect(states.map(({ at }) => at)).toEqual(['shown', 'let-in']);
    expect(made.state.value).toEqual({ at: 'let-in', place: { wall: 'hall', screen: '7' } });
  });

  it('asks for another code when one ran out or is not known any more', async () => {
    const { made, posts } = pairing([
      codes('A'),
      said('expired_token'),
      codes('B'),
      said('invalid_grant'),
      codes('C'),
      letIn,
    ]);
    await made.run();
    expect(posts).toEqual(['code', 'token secret of A', 'code', 'token secret of B', 'code', 'token secret of C']);
  });

  it('says that it was turned away, and asks again later', async () => {
    const { made, states, waits } = pairing([codes('A'), said('access_denied'), codes('B'), letIn]);
    await made.run();
    expect(states.map(({ at }) => at)).toEqual(['shown', 'turned-away', 'shown', 'let-in']);
    expect(waits[1]).toBe(60_000);
  });

  it('waits for a server that is away, and keeps its code meanwhile', async () => {
    const away = new Error('away');
    const { made, states } = pairing([away, codes('A'), away, { status: 503, body: {} }, letIn]);
    await made.run();
    expect(states.map(({ at }) => at)).toEqual(['away', 'shown', 'let-in']);
  });
});
