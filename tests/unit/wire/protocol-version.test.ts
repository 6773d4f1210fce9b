import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { commandSchema } from '#wire/command.ts';
import { FRAME_LAYOUT, FRAME_TYPE } from '#wire/frame-bytes.ts';
import { PROTOCOL_VERSION, TOPICS, WIRE_ERRORS, up } from '#wire/protocol.ts';

/**
 * When this fails the wire has changed. If pages of before can't live with it, raise PROTOCOL_VERSION and add a line to
 * its history; in any case write the new hash here.
 */
const known = { version: 4, hash: 'dbc111b8c98c7d6a' };

it('the wire is the one that PROTOCOL_VERSION stands for', () => {
  const messages = Object.entries(up).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  const wire = [
    messages,
    z.toJSONSchema(commandSchema, { io: 'input' }),
    TOPICS,
    WIRE_ERRORS,
    FRAME_TYPE,
    FRAME_LAYOUT,
  ];
  const hash = createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16);
  expect({ version: PROTOCOL_VERSION, hash }).toEqual(known);
});
