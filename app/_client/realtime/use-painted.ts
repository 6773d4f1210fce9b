'use client';
import { useEffect } from 'react';
import { REPORT_EVERY_MS } from '#domain/screen/screen-link.ts';
import type { Painted, ScreenStanding } from '#wire/screen.ts';
import { hasWeakGpu } from '../map/weak-gpu.ts';
import { FrameReader } from './frame-count.ts';
import type { Picture } from './picture.ts';
import { PAGE_BUILD, usePicture } from './PictureProvider.tsx';

/** Long enough to hold one turn of a second, and a whole one on a machine that draws slowly. */
const COUNTED_MS = 1_200;
const FIRST_MS = 3_000;
const MEGABYTE = 1024 * 1024;

/**
 * Tells the server now and then what this screen shows and how it is doing, for the operator's list of screens, and
 * hands on what the server has settled for it. Frames are counted for a second at a time: a screen that only counts
 * would never rest.
 */
export function usePainted(wall: string, screen: string, onStanding: (standing: ScreenStanding) => void): void {
  const picture = usePicture();
  useEffect(() => {
    const { link } = picture.client;
    const report = (): void => {
      if (link.state.value.phase !== 'live' || document.hidden) return;
      countFrames(picture, (reader) => {
        void link
          .ask<'painted', ScreenStanding | null>('painted', paintedOf(picture, reader, wall, screen))
          .then((answer) => {
            if (answer.ok && answer.value !== null) onStanding(answer.value);
          });
      });
    };
    const timer = setInterval(report, REPORT_EVERY_MS);
    let first: ReturnType<typeof setTimeout> | undefined;
    let live = false;
    const started = link.state.subscribe(() => {
      const now = link.state.value.phase === 'live';
      // A screen that has just come, or come back, says so soon.
      if (now && !live) first = setTimeout(report, FIRST_MS);
      live = now;
    });
    return () => {
      clearInterval(timer);
      clearTimeout(first);
      started();
    };
  }, [picture, wall, screen, onStanding]);
}

function countFrames(picture: Picture, done: (reader: FrameReader) => void): void {
  const { clock } = picture.client.link;
  const reader = new FrameReader(clock.speed);
  requestAnimationFrame(function count(began) {
    reader.frame(began, clock.now() - (performance.now() - began) * clock.speed);
    if (reader.elapsed < COUNTED_MS) requestAnimationFrame(count);
    else done(reader);
  });
}

function paintedOf(picture: Picture, reader: FrameReader, wall: string, screen: string): Painted {
  const { framesPerSecond, worstFrameMs, lateMs } = reader.result();
  return {
    wall,
    screen,
    paintedAt: picture.now(),
    dataAt: picture.status.dataAt,
    framesPerSecond: tenths(framesPerSecond),
    worstFrameMs: tenths(worstFrameMs),
    frameLateMs: lateMs === null ? null : tenths(lateMs),
    uncertaintyMs: picture.client.link.clock.uncertainty,
    heapMb: heapMb(),
    nodes: document.getElementsByTagName('*').length,
    build: PAGE_BUILD,
    softwareDrawn: hasWeakGpu(),
    window: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
    upSeconds: Math.round(performance.now() / 1000),
    canary: canaryOf(picture),
  };
}

function canaryOf({ canary: { painted } }: Picture): Painted['canary'] {
  if (painted === null) return null;
  const { no, sentAt, arrivedAt, paintedAt } = painted;
  return { no, sentAt, arrivedAt, paintedAt };
}

/** Chromium alone says how much its page holds. */
function heapMb(): number | null {
  const memory: unknown = Reflect.get(performance, 'memory');
  const used: unknown = typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : null;
  return typeof used === 'number' ? tenths(used / MEGABYTE) : null;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
