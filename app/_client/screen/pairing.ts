import { DEVICE_GRANT, SCREEN_CLIENT } from '#wire/http/operations/screens.ts';
import type { ScreenPlace } from '#domain/screen/screen.ts';
import { ValueStore } from '../stores/value-store.ts';

/**
 * How a screen stands that asks to be let in. asking: no code yet. shown: its code waits for somebody. turned-away: an
 * operator said no. away: the server does not answer. let-in: it has its key and goes to where it hangs.
 */
export type PairingState =
  | { at: 'asking' }
  | { at: 'shown'; code: string; address: string; addressWithCode: string; minutes: number }
  | { at: 'turned-away' }
  | { at: 'away' }
  | { at: 'let-in'; place: ScreenPlace };

export type PairingParts = {
  /** Posts JSON; the parsed answer with its status. Rejects when the server cannot be reached. */
  post: (path: string, body: object) => Promise<{ status: number; body: Record<string, unknown> }>;
  wait: (ms: number) => Promise<void>;
};

/** What RFC 8628 §3.5 has a client add when it is told to slow down. */
const SLOWER_MS = 5_000;
const AGAIN_MS = 5_000;
const AFTER_REFUSAL_MS = 60_000;

/** A screen's side of RFC 8628: shows a code, asks whether it was approved, and asks for another when it ran out. */
export class Pairing {
  readonly state = new ValueStore<PairingState>({ at: 'asking' });
  readonly #parts: PairingParts;
  readonly #place: ScreenPlace;
  readonly #window: string;
  #stopped = false;

  constructor(parts: PairingParts, place: ScreenPlace, window: string) {
    this.#parts = parts;
    this.#place = place;
    this.#window = window;
  }

  /** Runs until it is let in or stopped. Never rejects. */
  async run(): Promise<void> {
    while (!this.#stopped && this.state.value.at !== 'let-in') {
      try {
        await this.#once();
      } catch (error) {
        console.info('no code can be had yet', error);
        this.state.set({ at: 'away' });
        await this.#parts.wait(AGAIN_MS);
      }
    }
  }

  /** Until the next `run` of another life. */
  stop(): void {
    this.#stopped = true;
  }

  /** One code, from its asking to its end. */
  async #once(): Promise<void> {
    const { post, wait } = this.#parts;
    const asked = { client_id: SCREEN_CLIENT, ...this.#place, window: this.#window };
    const { status, body } = await post('/api/auth/device/code', asked);
    if (status !== 200) throw new Error(`the server answered ${status}`);
    const deviceCode = String(body['device_code']);
    let interval = Number(body['interval']) * 1000;
    this.state.set({
      at: 'shown',
      code: String(body['user_code']),
      address: String(body['verification_uri']),
      addressWithCode: String(body['verification_uri_complete']),
      minutes: Math.round(Number(body['expires_in']) / 60),
    });
    for (;;) {
      await wait(interval);
      if (this.#stopped) return;
      const heard = await this.#ask(deviceCode);
      if (heard === 'slow_down') interval += SLOWER_MS;
      else if (heard === 'access_denied') {
        this.state.set({ at: 'turned-away' });
        return wait(AFTER_REFUSAL_MS);
      } else if (heard !== 'authorization_pending' && heard !== 'away') return;
    }
  }

  /** A question that does not get through is asked again: the code is good until the server says otherwise. */
  async #ask(deviceCode: string): Promise<string> {
    try {
      const asked = { grant_type: DEVICE_GRANT, device_code: deviceCode, client_id: SCREEN_CLIENT };
      const { status, body } = await this.#parts.post('/api/auth/device/token', asked);
      if (status === 200) {
        this.state.set({ at: 'let-in', place: { wall: String(body['wall']), screen: String(body['screen']) } });
        return 'let-in';
      }
      return status === 400 ? String(body['error']) : 'away';
    } catch (error) {
      console.info('whether the code was approved cannot be asked now', error);
      return 'away';
    }
  }
}
