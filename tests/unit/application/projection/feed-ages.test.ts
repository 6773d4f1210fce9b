import { expect, it } from 'vitest';
import { FeedAges } from '#application/projection/feed-ages.ts';
import { PlaceOrdinals, type ScopePlaces } from '#application/projection/place-scope.ts';
import { smallDictionary } from '../../../fixtures/live-city.ts';

const NOW = 1_795_308_000_000;
const declared = (id: string, kind: 'cases' | 'positions', districtCode: string | null = null) => ({
  ...{ id, nameZh: id, nameEn: id, kind, beatMs: 10_000, simulated: false, districtCode },
});

function ages() {
  const places = new PlaceOrdinals(smallDictionary);
  const kept = new FeedAges(places);
  kept.declare(declared('hotline', 'cases'), NOW);
  kept.declare(declared('crews', 'positions'), NOW);
  kept.declare(declared('heping', 'cases', '120101'), NOW);
  const at = (now: number, heldAt: number | null, place = '120000') =>
    new Map(kept.of(places.scopeOf(place) as ScopePlaces, now, heldAt).map((feed) => [feed.id, feed]));
  return { kept, at };
}

it('waits for what was never heard', () => {
  const { at } = ages();
  expect(at(NOW + 5_000, NOW + 5_000).get('hotline')).toMatchObject({ receivedAt: null, state: 'late' });
  expect(at(NOW + 21_000, NOW + 21_000).get('hotline')).toMatchObject({ receivedAt: null, state: 'stale' });
});

it('is as old as the picture for all that goes through the log', () => {
  const { kept, at } = ages();
  for (const id of ['hotline', 'crews']) kept.heard(id, NOW + 60_000, NOW + 60_000);
  const feeds = at(NOW + 61_000, NOW + 1_000);
  expect(feeds.get('hotline')).toMatchObject({ receivedAt: NOW + 60_000, heldAt: NOW + 1_000, state: 'stale' });
  expect(feeds.get('crews')).toMatchObject({ heldAt: NOW + 60_000, state: 'fresh' });
});

it('takes messages that overtook each other as the newest of them, and a clock that was set back at its word', () => {
  const { kept, at } = ages();
  kept.heard('hotline', NOW + 9_000, NOW + 9_000);
  kept.heard('hotline', NOW + 8_000, NOW + 8_500);
  expect(at(NOW + 9_000, NOW + 9_000).get('hotline')).toMatchObject({ eventAt: NOW + 9_000, receivedAt: NOW + 9_000 });
  const before = NOW - 3_600_000;
  kept.heard('hotline', before, before);
  expect(at(before + 1_000, before + 1_000).get('hotline')).toMatchObject({ receivedAt: before, state: 'fresh' });
});

it('shows the links of other districts to nobody whose reach they are not', () => {
  const { at } = ages();
  expect([...at(NOW, NOW, '120102').keys()]).toEqual(['hotline', 'crews']);
});
