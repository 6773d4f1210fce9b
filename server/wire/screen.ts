import { z } from 'zod';
import { SCREEN_WORD } from '#domain/screen/screen.ts';

/** A wall's or a screen's id. */
export const screenWord = z.string().regex(SCREEN_WORD, { error: 'must be 1 to 64 letters, digits, - or _' });
export const screenPlaceSchema = z.object({ wall: screenWord, screen: screenWord });

const count = z.number().min(0).max(1e9);
const size = z.object({ width: count, height: count });

/** What a screen tells of itself every 15 seconds: what it painted last, and how it is doing. Instants in epoch ms. */
export const paintedSchema = z.object({
  wall: screenWord,
  screen: screenWord,
  /** When it painted last, and the event time of the newest fact in that picture; server time. */
  paintedAt: z.number(),
  dataAt: z.number(),
  framesPerSecond: z.number().min(0).max(1000),
  /** The longest time between two frames within the counted second, ms. */
  worstFrameMs: count,
  /** How long after a full second of server time the next frame began, real ms; null where none was caught. */
  frameLateMs: count.nullable(),
  /** How far its idea of server time may be off, ms. */
  uncertaintyMs: count.nullable(),
  /** JavaScript heap in use, MB; null where the browser does not say. */
  heapMb: count.nullable(),
  nodes: count,
  build: z.string().max(64),
  /** Whether the last frames were drawn by the processor, for want of a graphics card. */
  softwareDrawn: z.boolean(),
  /** The window in CSS pixels, and device pixels for each of them. */
  window: size.extend({ ratio: z.number().min(0).max(100) }),
  /** Since this page was loaded. */
  upSeconds: count,
  /** The newest probe that it painted: when that was sent, came to the page and was painted; server time. */
  canary: z.object({ no: count, sentAt: z.number(), arrivedAt: z.number(), paintedAt: z.number() }).nullish(),
});
export type Painted = z.infer<typeof paintedSchema>;

/** Largest picture of a screen, bytes. */
export const MOST_PICTURE_BYTES = 40 * 1024;
export const PICTURE_TYPES = ['image/webp', 'image/jpeg'] as const;

/** A small picture of what a screen painted last. */
export const pictureSchema = z.object({
  wall: screenWord,
  screen: screenWord,
  paintedAt: z.number(),
  contentType: z.enum(PICTURE_TYPES),
  /** A browser's encoder takes plain buffers alone; here they arrive as views. */
  bytes: z
    .union([z.instanceof(Uint8Array), z.instanceof(ArrayBuffer)])
    .refine(({ byteLength }) => byteLength > 0 && byteLength <= MOST_PICTURE_BYTES, {
      error: 'is empty or too large',
    }),
});
export type ScreenPicture = z.infer<typeof pictureSchema>;

/**
 * What is settled for a screen, as the answer to each report: its name, and for how long from now it shows the test
 * pattern, ms (null: not at all). A span and no instant, for the city's time may be a replay's.
 */
export type ScreenStanding = { label: string; patternMs: number | null };

/**
 * What a screen is told to do: Socket.IO event `order`, to every connection of that screen on every node. `standing` is
 * what is settled for it now; the others are done once.
 */
export const screenOrderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('standing'), label: z.string(), patternMs: z.number().nullable() }),
  z.object({ order: z.literal('picture') }),
  z.object({ order: z.literal('reload') }),
]);
export type ScreenOrder = z.infer<typeof screenOrderSchema>;
