import type { Fix } from '#domain/team/team.ts';

/** Numbers of one fix: f64 lon, lat, at; f32 heading, speed (NaN = unknown). */
const numberBytes = 32;

/** Fixes between nodes: f64 receivedAt, then for each a length byte, the team's code, and its numbers. */
export function encodeFixes(fixes: readonly Fix[], receivedAt: number): Buffer {
  const codes = fixes.map(({ team }) => Buffer.from(team, 'utf8').subarray(0, 255));
  const body = Buffer.alloc(codes.reduce((size, code) => size + 1 + code.length + numberBytes, 8));
  let at = body.writeDoubleLE(receivedAt, 0);
  fixes.forEach((fix, index) => {
    const code = codes[index] as Buffer;
    at = body.writeUInt8(code.length, at);
    at += code.copy(body, at);
    for (const value of [fix.lon, fix.lat, fix.at]) at = body.writeDoubleLE(value, at);
    for (const value of [fix.heading, fix.speed]) at = body.writeFloatLE(value ?? NaN, at);
  });
  return body;
}

/** Null for bytes that are not such a body. */
export function decodeFixes(body: Buffer): { fixes: Fix[]; receivedAt: number } | null {
  if (body.length < 8) return null;
  const fixes: Fix[] = [];
  let at = 8;
  while (at < body.length) {
    const codeEnd = at + 1 + body.readUInt8(at);
    if (codeEnd + numberBytes > body.length) return null;
    const known = (value: number) => (Number.isNaN(value) ? null : value);
    fixes.push({
      team: body.toString('utf8', at + 1, codeEnd),
      lon: body.readDoubleLE(codeEnd),
      lat: body.readDoubleLE(codeEnd + 8),
      at: body.readDoubleLE(codeEnd + 16),
      heading: known(body.readFloatLE(codeEnd + 24)),
      speed: known(body.readFloatLE(codeEnd + 28)),
    });
    at = codeEnd + numberBytes;
  }
  return { fixes, receivedAt: body.readDoubleLE(0) };
}
