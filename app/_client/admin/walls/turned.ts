import type { Rotation, Screen } from '#domain/wall/wall.ts';

/** A screen turned to another rotation: a quarter turn makes its width its height, about its own middle. */
export function turnedTo(screen: Screen, rotation: Rotation): Screen {
  if ((screen.rotation + rotation) % 180 === 0) return { ...screen, rotation };
  const { x, y, width, height } = screen;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return { ...screen, rotation, x: middle.x - height / 2, y: middle.y - width / 2, width: height, height: width };
}
