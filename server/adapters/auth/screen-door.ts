import { APIError } from 'better-auth/api';
import type pg from 'pg';
import type {
  AskedScreen,
  CodeRefusal,
  Reviewed,
  ScreenDoor,
  Settled,
  TokenError,
} from '#application/screen/screen-door.ts';
import { TOKEN_ERRORS } from '#application/screen/screen-door.ts';
import { StoreUnavailable } from '#application/ports.ts';
import { CLIENT } from './device-codes.ts';
import { keepScreenKey, randomKey } from './keys.ts';
import type { Library } from './library.ts';

/** Codes that may wait at the same time: more than a city's walls, and little to keep. */
const MOST_WAITING = 2_000;

/** Lets screens in by the sign-in library's codes, with keys of our own. */
export function createScreenDoor({ library, pool }: { library: Library; pool: pg.Pool }): ScreenDoor {
  const settle = async (headers: Headers, code: string, act: () => Promise<unknown>): Promise<Settled> => {
    const reviewed = await review(library, headers, code);
    if (!reviewed.ok) return reviewed;
    try {
      await act();
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
    return { ok: true, asked: reviewed.asked };
  };
  return {
    async ask(asked) {
      return reached(async () => {
        await pool.query(`DELETE FROM device_code WHERE expires_at < now() - interval '1 hour'`);
        const { rows } = await pool.query<{ waiting: number }>(
          'SELECT count(*)::int AS waiting FROM device_code WHERE expires_at > now()',
        );
        if ((rows[0]?.waiting ?? 0) >= MOST_WAITING) return null;
        const body = {
          client_id: CLIENT,
          askedWall: asked.wall,
          askedScreen: asked.screen,
          askedWindow: asked.window,
          askedFrom: asked.address,
          askedWith: asked.userAgent,
          askedAt: String(Date.now()),
        };
        const made = await library.api.deviceCode({ body });
        const { device_code: deviceCode, user_code: userCode, expires_in: expiresIn, interval } = made;
        return { deviceCode, userCode, expiresIn, interval };
      });
    },
    async redeem(deviceCode) {
      return reached(async () => {
        try {
          const { hanging, approver } = await library.api.redeemScreen({ body: { deviceCode } });
          const { rows } = await pool.query<{ disabled: boolean }>('SELECT disabled FROM account WHERE id = $1', [
            approver.id,
          ]);
          if (rows[0]?.disabled !== false) return { ok: false, error: 'access_denied' };
          const { wall, screen, label, scope } = hanging;
          const key = randomKey('screen');
          await keepScreenKey(pool, { wall, name: screen, key, scope, label, approvedBy: approver.name });
          return { ok: true, key, hanging, approvedBy: approver.name };
        } catch (error) {
          return { ok: false, error: tokenErrorOf(error) };
        }
      });
    },
    review: (headers, code) => reached(() => review(library, headers, code)),
    approve: (headers, code, { wall, screen, label, scope }) =>
      reached(() =>
        settle(headers, code, async () => {
          await pool.query(
            `UPDATE device_code SET hang_wall = $2, hang_screen = $3, hang_label = $4, hang_scope = $5
              WHERE user_code = $1 AND status = 'pending'`,
            [code, wall, screen, label, scope],
          );
          await library.api.deviceApprove({ body: { userCode: code }, headers });
        }),
      ),
    deny: (headers, code) =>
      reached(() => settle(headers, code, () => library.api.deviceDeny({ body: { userCode: code }, headers }))),
  };
}

async function review(library: Library, headers: Headers, code: string): Promise<Reviewed> {
  try {
    const found = await library.api.deviceVerify({ query: { user_code: code }, headers });
    if (found.status !== 'pending') return { ok: false, refusal: 'settled' };
    const { asked, askedAt } = askedOf(found);
    // Somebody else looked at it first: what it is about is theirs alone.
    return asked.wall === '' ? { ok: false, refusal: 'claimed' } : { ok: true, asked, askedAt };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

function askedOf(found: object): { asked: AskedScreen; askedAt: number } {
  const held = new Map<string, unknown>(Object.entries(found));
  const text = (name: string): string => String(held.get(name) ?? '');
  const asked = {
    wall: text('askedWall'),
    screen: text('askedScreen'),
    window: text('askedWindow'),
    address: text('askedFrom'),
    userAgent: text('askedWith'),
  };
  return { asked, askedAt: Number(text('askedAt')) };
}

/** What the library refuses, it says by its error and, for one code with two meanings, by its words. */
function refusalOf(error: unknown): CodeRefusal {
  const body = bodyOf(error);
  if (body.error === 'access_denied') return 'claimed';
  if (body.error === 'expired_token' || /expired/i.test(body.description)) return 'expired';
  return /already processed/i.test(body.description) ? 'settled' : 'unknown';
}

function tokenErrorOf(error: unknown): TokenError {
  const { error: said } = bodyOf(error);
  return TOKEN_ERRORS.find((known) => known === said) ?? 'invalid_grant';
}

/** The library's refusal; anything else, such as a store that does not answer, is thrown on. */
function bodyOf(error: unknown): { error: string; description: string } {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
  const body: Record<string, unknown> = error.body ?? {};
  return { error: String(body['error'] ?? ''), description: String(body['error_description'] ?? '') };
}

/** Whatever it fails of, it is the store that did not answer. */
async function reached<Found>(work: () => Promise<Found>): Promise<Found> {
  try {
    return await work();
  } catch (error) {
    throw new StoreUnavailable('codes of screens cannot be kept', { cause: error });
  }
}
