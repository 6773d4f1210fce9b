'use client';
import { useSummary } from '../stores/use-summary.ts';
import type { Camera, View } from './camera.ts';

const FRAME_MS = 30;
const readView = (camera: Camera): View => camera.view;

/** Where the map looks now, as it flies. */
export function useView(camera: Camera): View {
  return useSummary(camera, readView, FRAME_MS);
}
