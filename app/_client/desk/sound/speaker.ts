/** Whether a page can be heard: not before somebody touched it, in most browsers; never without any sound device. */
export type SpeakerState = 'blocked' | 'ready' | 'none';

/** What makes the sound. */
export interface Speaker {
  readonly state: SpeakerState;
  /** Tries to be heard; works inside a click or a key only. */
  wake(): Promise<void>;
  /** Sounds once; whether the sound really left for the device. */
  sound(): Promise<boolean>;
  close(): void;
}

/** Two tones, thrice: high enough to be heard over talk, far from the tones of telephones. */
const TONES_HZ = [880, 659] as const;
const TONE_S = 0.18;
const TIMES = 3;
const LOUDNESS = 0.35;
/** Below this nothing was heard: what comes out of a context that stands still is exact silence. */
const HEARD = 0.01;
const LOOK_EVERY_MS = 20;

/** The browser's own sounds; nothing is loaded. */
export class WebSpeaker implements Speaker {
  readonly #context: AudioContext | null;

  constructor() {
    this.#context = typeof AudioContext === 'undefined' ? null : new AudioContext();
  }

  get state(): SpeakerState {
    if (this.#context === null || this.#context.destination.maxChannelCount === 0) return 'none';
    return this.#context.state === 'running' ? 'ready' : 'blocked';
  }

  async wake(): Promise<void> {
    if (this.#context?.state === 'suspended') await this.#context.resume();
  }

  async sound(): Promise<boolean> {
    const context = this.#context;
    if (context === null || context.state !== 'running') return false;
    const analyser = context.createAnalyser();
    analyser.connect(context.destination);
    const gain = context.createGain();
    gain.connect(analyser);
    const tone = context.createOscillator();
    tone.type = 'triangle';
    const begins = context.currentTime + 0.02;
    for (let at = 0; at < TIMES * TONES_HZ.length; at++) {
      const start = begins + at * TONE_S;
      tone.frequency.setValueAtTime(TONES_HZ[at % TONES_HZ.length] as number, start);
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.015);
      gain.gain.linearRampToValueAtTime(0, start + TONE_S - 0.02);
    }
    tone.connect(gain);
    tone.start(begins);
    tone.stop(begins + TIMES * TONES_HZ.length * TONE_S);
    const heard = await listens(analyser, tone);
    for (const node of [tone, gain, analyser]) node.disconnect();
    return heard;
  }

  close(): void {
    void this.#context?.close();
  }
}

/** Whether anything but silence went by until the tone ended. */
function listens(analyser: AnalyserNode, tone: OscillatorNode): Promise<boolean> {
  const wave = new Float32Array(analyser.fftSize);
  let heard = false;
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(wave);
    heard ||= wave.some((value) => Math.abs(value) > HEARD);
  }, LOOK_EVERY_MS);
  return new Promise((resolve) => {
    const over = (): void => {
      clearInterval(timer);
      clearTimeout(late);
      resolve(heard);
    };
    // A device that was pulled out never says that the tone ended.
    const late = setTimeout(over, (TIMES * TONES_HZ.length * TONE_S + 1) * 1_000);
    tone.onended = over;
  });
}
