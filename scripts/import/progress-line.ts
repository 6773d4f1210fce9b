/** What a long run shows of itself while it runs. */
export type ProgressLine = { show(share: number, text: string): void; end(): void };

const BAR_WIDTH = 24;
const REDRAW_MS = 200;
const LINE_MS = 5_000;

/**
 * On a terminal one line with a bar, drawn again five times a second; elsewhere a plain line every five seconds.
 *
 * @param stream where to, as a rule standard error: standard output is for results.
 */
export function createProgressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const live = stream.isTTY;
  let next = live ? 0 : performance.now() + LINE_MS;
  let drawn = false;
  return {
    show(share, text) {
      if (performance.now() < next) return;
      next = performance.now() + (live ? REDRAW_MS : LINE_MS);
      const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
      if (!live) return void stream.write(`${percent}  ${text}\n`);
      const full = Math.round(share * BAR_WIDTH);
      drawn = true;
      stream.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent}  ${text}`);
    },
    end() {
      if (drawn) stream.write('\r\u001b[2K');
    },
  };
}
