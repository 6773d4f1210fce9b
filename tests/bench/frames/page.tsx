import '../../../app/globals.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { HeatRaster } from '#wire/columns.ts';
import type { Showing } from '#domain/wall/program.ts';
import { OVERVIEW } from '#domain/wall/scene.ts';
import { languageFrom } from '#client/i18n/language.ts';
import { LanguageProvider } from '#client/i18n/LanguageProvider.tsx';
import { FocusMap } from '#client/panels/focus-map/FocusMap.tsx';
import { focusMapSchema } from '#client/panels/focus-map/options.ts';
import { Picture } from '#client/realtime/picture.ts';
import { PictureContext } from '#client/realtime/PictureProvider.tsx';
import { SceneContext } from '#client/wall/scene-context.ts';
import { dictionary } from '../../fixtures/fake-city.ts';
import { fakeFigures, fakeLane, fakePlaces, fakeStatus } from '../../fixtures/fake-picture.ts';
import { busyCases, busyHeat, movingTeams, rosterOf, someOf } from './busy-city.ts';

/** A map fed by itself: what the page of a wall does with a busy city, without a server. */
const asked = new URLSearchParams(location.search);
const number = (name: string, usual: number): number => Number(asked.get(name) ?? usual);
const picture = new Picture({ face: 'wall', build: 'bench', topics: [], url: location.origin });
const options = focusMapSchema.parse(JSON.parse(asked.get('options') ?? '{}'));

const AT_FIRST: Showing = { scene: OVERVIEW, startsAt: 0, endsAt: null, why: 'playlist', by: null, screens: null };

function feed(): void {
  const now = Date.now();
  const cases = busyCases(now, number('cases', 100_000));
  picture.dictionary.set(dictionary);
  picture.cases.replace(cases, now);
  picture.heat.set(busyHeat(cases), now, now);
  picture.places.set(fakePlaces(cases), now, now);
  picture.lane.set(fakeLane(now), now, now);
  picture.figures.set(fakeFigures(now, now - (now % 86_400_000)), now, now);
  picture.status.set(fakeStatus(now, now), now, now);
  const teams = number('teams', 5_000);
  picture.roster.set(rosterOf(teams), now, now);
  const move = (): void =>
    picture.teams.replace(movingTeams(teams, Date.now(), (Date.now() - now) / 1_000), Date.now());
  // A trail needs a past.
  for (let second = -40; second < 0; second += 5)
    picture.teams.replace(movingTeams(teams, now + second * 1_000, second), now);
  move();
  setInterval(move, 1_000);
  // The server's raster comes every two seconds, and fifty cases change every second.
  const rasters = [busyHeat(cases), busyHeat(cases)];
  let turn = 0;
  setInterval(() => {
    turn += 1;
    const at = Date.now();
    picture.heat.set(rasters[turn % 2] as HeatRaster, at, at);
  }, 2_000);
  setInterval(() => picture.cases.change(someOf(cases, 50), Date.now()), 1_000);
}

function measure(): void {
  const frames: number[] = [];
  const tasks: number[] = [];
  let last = performance.now();
  const frame = (at: number): void => {
    frames.push(at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  requestAnimationFrame(frame);
  Object.assign(globalThis, { benchFrames: frames, benchTasks: tasks });
}

/** The map; when told to fly it goes to a district and back, as the scenes of a wall do. */
function Bench() {
  const [scene, setScene] = useState<Showing>(AT_FIRST);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const begin = (): void => {
      let turn = 0;
      timer = setInterval(() => {
        turn += 1;
        const district = { kind: 'district', target: '120104' } as const;
        setScene({
          scene: turn % 2 === 0 ? OVERVIEW : district,
          startsAt: picture.now() + 200,
          endsAt: null,
          why: 'playlist',
          by: null,
          screens: null,
        });
      }, 3_000);
    };
    addEventListener('bench-fly', begin);
    return () => {
      removeEventListener('bench-fly', begin);
      clearInterval(timer);
    };
  }, []);
  const target = scene.scene.target;
  const map = <FocusMap {...options} {...(target !== undefined && { look: { kind: 'place', code: target } })} />;
  return <SceneContext value={scene}>{map}</SceneContext>;
}

feed();
measure();
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <LanguageProvider initial={languageFrom(asked.get('lang')) ?? 'zh'}>
    <PictureContext value={picture}>
      <div style={{ position: 'fixed', inset: 0 }}>
        <Bench />
      </div>
    </PictureContext>
  </LanguageProvider>,
);
