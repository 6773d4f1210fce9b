import type { Pool } from 'pg';
import type { Fix } from '#domain/team/team.ts';
import { encodeFixes, FIXES_TYPE } from '#wire/http/binary-fixes.ts';

const SPEED = 9;
const METRES_PER_DEGREE = 111_320;

/** Puts crews on the roster of a source, over the whole city. */
export async function staffTeams(pool: Pool, source: string, count: number): Promise<void> {
  await pool.query(
    `INSERT INTO team (code, kind, name_zh, name_en, district_code, simulated, source)
     SELECT 'M' || n, 'vehicle', '车' || n, 'Truck ' || n, district.code, FALSE, $1
     FROM generate_series(0, $2::int - 1) AS n
     JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS total
       FROM place WHERE level = 'district') AS district ON district.at = n % district.total`,
    [source, count],
  );
}

/** Teams on circles of their own around the middle of the city: every one of them moves every second. */
export function fixesAt(count: number, at: number): Fix[] {
  const seconds = at / 1_000;
  return Array.from({ length: count }, (_, index) => {
    const radius = 150 + (index % 37) * 40;
    const angle = (seconds * SPEED) / radius + index;
    const centre = { lon: 117 + ((index * 61) % 397) / 1_000, lat: 38.98 + ((index * 37) % 263) / 1_000 };
    return {
      team: `M${index}`,
      lon: centre.lon + (radius * Math.cos(angle)) / (METRES_PER_DEGREE * 0.776),
      lat: centre.lat + (radius * Math.sin(angle)) / METRES_PER_DEGREE,
      at,
      heading: (((450 - ((angle + Math.PI / 2) * 180) / Math.PI) % 360) + 360) % 360,
      speed: SPEED,
    };
  });
}

/** Sends where all teams are once a second until it is stopped. */
export function moveTeams(url: string, key: string, count: number): () => void {
  const timer = setInterval(() => {
    const body = Uint8Array.from(encodeFixes(fixesAt(count, Date.now())));
    fetch(`${url}/api/v1/positions`, {
      method: 'POST',
      headers: { 'content-type': FIXES_TYPE, authorization: `Bearer ${key}` },
      body,
    }).then(
      async (response) => {
        const answer = (await response.json()) as { accepted?: number };
        if (answer.accepted !== count) console.error(`of ${count} positions ${answer.accepted ?? 0} were taken`);
      },
      (error: unknown) => console.error('positions could not be sent', error),
    );
  }, 1_000);
  return () => clearInterval(timer);
}
