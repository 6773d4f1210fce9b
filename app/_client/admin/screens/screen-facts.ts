import type { StandingWall } from '#domain/wall/standing.ts';
import type { Rotation, Screen } from '#domain/wall/wall.ts';
import type { ScreenAnswer } from '#wire/http/screens.ts';

type Told = NonNullable<ScreenAnswer['report']>['painted'];

/** A screen whose frames are further from its wall's than one frame is out of step. */
export const MOST_SKEW_FRAMES = 1;
const LOW_FRAMES = 20;
const MUCH_HEAP_MB = 1_000;

/** Device pixels of a screen's window. */
export function pixelsOf({ window }: Told): { width: number; height: number } {
  return { width: Math.round(window.width * window.ratio), height: Math.round(window.height * window.ratio) };
}

/** The screen as its wall describes it; null where nobody described it. */
export function describedScreen(standing: StandingWall | null, screen: string): Screen | null {
  return standing?.wall.screens.find(({ id }) => id === screen) ?? null;
}

/** What of a screen's own figures an operator should look at. */
export function doubtsOf(
  { report, skew }: Pick<ScreenAnswer, 'report' | 'skew'>,
  described: Screen | null,
  build: string,
): ReadonlySet<'frames' | 'skew' | 'heap' | 'build' | 'window'> {
  const doubts = new Set<'frames' | 'skew' | 'heap' | 'build' | 'window'>();
  if (report === null) return doubts;
  const { painted } = report;
  const { width, height } = pixelsOf(painted);
  if (painted.framesPerSecond < LOW_FRAMES) doubts.add('frames');
  // What may be the clocks' doing is no fault of the screen.
  if (skew !== null && skew.frames > MOST_SKEW_FRAMES && Math.abs(skew.ms) > skew.uncertaintyMs) doubts.add('skew');
  if ((painted.heapMb ?? 0) > MUCH_HEAP_MB) doubts.add('heap');
  if (painted.build !== build) doubts.add('build');
  if (described !== null && (described.pixels.width !== width || described.pixels.height !== height))
    doubts.add('window');
  return doubts;
}

/**
 * A wall with one screen turned further clockwise about its middle. The lit area is described as it hangs, so that a
 * quarter turn makes its width its height.
 */
export function turned(standing: StandingWall, screenId: string, degrees: 90 | 180): StandingWall['wall'] {
  const screens = standing.wall.screens.map((screen) =>
    screen.id === screenId ? turnedScreen(screen, degrees) : screen,
  );
  return { ...standing.wall, screens };
}

function turnedScreen(screen: Screen, degrees: 90 | 180): Screen {
  const rotation = ((screen.rotation + degrees) % 360) as Rotation;
  if (degrees === 180) return { ...screen, rotation };
  const { x, y, width, height } = screen;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return { ...screen, rotation, x: middle.x - height / 2, y: middle.y - width / 2, width: height, height: width };
}
