import type { ScreenDoor } from '#application/screen/screen-door.ts';
import type { ScreenPort } from '#application/screen/screen-port.ts';

const asked = { wall: 'main', screen: '2', window: '1920×1080', address: '10.0.0.21', userAgent: 'Chromium' };

/** Lets every screen in that asks with the one code there is; `GQNE2345` has run out, `TAKEN234` is another's. */
export function fakeDoor(): ScreenDoor {
  const settled = (code: string) => {
    if (code === 'GQNE2345') return { ok: false, refusal: 'expired' } as const;
    if (code === 'TAKEN234') return { ok: false, refusal: 'claimed' } as const;
    return { ok: true, asked } as const;
  };
  return {
    ask: async () => ({ deviceCode: 'd'.repeat(40), userCode: 'WDJBMJHT', expiresIn: 600, interval: 5 }),
    redeem: async (code) =>
      code === 'waiting'
        ? { ok: false, error: 'authorization_pending' }
        : {
            ok: true,
            key: 'cws_good',
            hanging: { wall: 'main', screen: '2', label: '', scope: '120000' },
            approvedBy: '管理员',
          },
    review: async (_headers, code) => {
      const found = settled(code);
      return found.ok ? { ...found, askedAt: 0 } : found;
    },
    approve: async (_headers, code) => settled(code),
    deny: async (_headers, code) => settled(code),
  };
}

/** One screen, main/2; `seen` gets what was done with it. */
export function fakeScreens(seen: unknown[]): ScreenPort {
  return {
    list: async () => ({ at: 0, screens: [] }),
    has: async (_who, { wall, screen }) => wall === 'main' && screen === '2',
    rename: async (_place, label) => void seen.push({ label }),
    revoke: async () => void seen.push('revoked'),
    pattern: async (_place, seconds) => void seen.push({ seconds }),
    order: (_place, order) => void seen.push(order),
    picture: async () => ({ paintedAt: 1, contentType: 'image/webp', bytes: new Uint8Array([1, 2, 3]) }),
  };
}
