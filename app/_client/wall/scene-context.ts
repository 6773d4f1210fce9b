'use client';
import { createContext, useContext } from 'react';
import type { Showing } from '#domain/wall/program.ts';
import { OVERVIEW } from '#domain/wall/scene.ts';

const NOTHING_ELSE: Showing = {
  scene: OVERVIEW,
  startsAt: 0,
  endsAt: null,
  why: 'playlist',
  by: null,
  screens: null,
};

export const SceneContext = createContext<Showing>(NOTHING_ELSE);

/** What this screen shows now and since when, on the server's clock. */
export function useScene(): Showing {
  return useContext(SceneContext);
}
