import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#domain/account/role.ts';
import { TOPICS, type Topic } from '#wire/protocol.ts';
import { FakeSubscriber, liveCity } from '../../../fixtures/live-city.ts';
import { person } from '../../../fixtures/small-platform.ts';

const topics = Object.keys(TOPICS) as Topic[];
/** Written out a second time on purpose: whoever opens a topic to a role has to say so here too. */
const working = [
  'administrator',
  'leader',
  'duty-officer',
  'operator',
  'dispatcher',
  'department',
  'collector',
  'screen',
];
const people = working.filter((role) => role !== 'screen');
const mayFollow: Record<Topic, readonly string[]> = {
  ...{ cases: working, alerts: people, waiting: people, figures: working, lane: working, places: working },
  ...{ heat: working, roster: working, teams: working, status: working, canary: working, walls: working },
  notices: working,
  ...{ load: people, presence: people },
};

const city = liveCity();
beforeAll(() => city.hub.start());
afterAll(() => city.hub.stop());

describe('a topic', () => {
  it.each(topics.flatMap((topic) => ROLES.map((role) => [topic, role] as const)))('%s for %s', (topic, role) => {
    for (const scope of ['120000', '120101']) {
      const who = person(role, { scope, department: role === 'department' ? 'd1' : null });
      const { ok } = city.hub.subscribe(new FakeSubscriber(), who, topic);
      expect(ok, scope).toBe(mayFollow[topic].includes(role));
    }
    // A place that is none of this city's shows nothing to anybody.
    const stranger = person(role, { scope: '999901' });
    expect(city.hub.subscribe(new FakeSubscriber(), stranger, topic)).toMatchObject({
      ok: false,
      error: 'not-allowed',
    });
  });
});
