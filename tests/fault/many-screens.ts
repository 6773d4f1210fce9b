// Many screens in one process, each with the connection that a page has: what they do when their server goes and comes
// back is what pages do. Asked over the process's channel: 'live' for how many are live, 'back' for how long each took.
import { LiveClient } from '#client/realtime/live-client.ts';
import type { Topic } from '#wire/protocol.ts';

/** What a screen must have again before it counts as live. */
const TOPICS: readonly Topic[] = ['status', 'figures', 'cases', 'lane'];
const OPENED_OVER_MS = 5_000;

export type ManyScreensAnswer = { live: number } | { liveAt: (number | null)[] };

class OneScreen {
  readonly client: LiveClient;
  readonly #heard = new Set<Topic>();
  /** When it was live again and had all its topics, epoch ms; null while it has not. */
  liveAt: number | null = null;

  constructor(url: string, key: string) {
    this.client = new LiveClient({ face: 'wall', build: 'many', url, auth: { key } });
    for (const topic of TOPICS) {
      this.client.follow(topic, () => {
        this.#heard.add(topic);
        if (this.#heard.size === TOPICS.length) this.liveAt ??= Date.now();
      });
    }
    this.client.link.state.subscribe(() => {
      if (this.client.link.state.value.phase === 'live') return;
      this.#heard.clear();
      this.liveAt = null;
    });
  }
}

const [url = '', key = '', count = ''] = process.argv.slice(2);
const screens = Array.from({ length: Number(count) }, () => new OneScreen(url, key));
for (const [index, screen] of screens.entries())
  setTimeout(() => screen.client.link.open(), (index * OPENED_OVER_MS) / screens.length);

process.on('message', (asked) => {
  const liveAt = screens.map((screen) => screen.liveAt);
  const answer: ManyScreensAnswer = asked === 'live' ? { live: liveAt.filter((at) => at !== null).length } : { liveAt };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
