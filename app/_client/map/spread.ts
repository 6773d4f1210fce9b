export type Spot = { x: number; y: number; radius: number };

const ROUNDS = 24;

/**
 * Pushes symbols apart that would cover each other's number, as little as it takes. Earlier ones hold their place more
 * than later ones. Gives the new centres, in px.
 */
export function spread(spots: readonly Spot[]): [number, number][] {
  const at = spots.map(({ x, y }): [number, number] => [x, y]);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let a = 0; a < at.length; a++) {
      for (let b = a + 1; b < at.length; b++) {
        const [one, two] = [at[a] as [number, number], at[b] as [number, number]];
        const least = (spots[a] as Spot).radius + (spots[b] as Spot).radius;
        let [dx, dy] = [two[0] - one[0], two[1] - one[1]];
        let distance = Math.hypot(dx, dy);
        if (distance >= least) continue;
        if (distance < 0.01) {
          // Exactly on one another: part them in a direction of their own, the same every time.
          [dx, dy] = [Math.cos(b * 2.4), Math.sin(b * 2.4)];
          distance = 1;
        }
        const push = (least - Math.hypot(two[0] - one[0], two[1] - one[1])) / distance;
        one[0] -= dx * push * 0.25;
        one[1] -= dy * push * 0.25;
        two[0] += dx * push * 0.75;
        two[1] += dy * push * 0.75;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return at;
}
