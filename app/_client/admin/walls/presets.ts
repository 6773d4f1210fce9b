export type PresetId =
  '55-hd' | '55-uhd' | '49-hd' | '46-hd' | '65-uhd' | '86-uhd' | '98-8k' | '49-wide' | 'led-fine' | 'led-usual';

/** A make of screen: its lit area in mm as it leaves the works, its pixels, and the joint usual between two of them. */
export type Preset = {
  id: PresetId;
  width: number;
  height: number;
  pixels: { width: number; height: number };
  bezel: number;
};

const HD = { width: 1_920, height: 1_080 };
const UHD = { width: 3_840, height: 2_160 };

/** Makes that walls are often built of. Data sheets differ by a millimetre or two: the tape has the last word. */
export const PRESETS: readonly Preset[] = [
  { id: '55-hd', width: 1_209.6, height: 680.4, pixels: HD, bezel: 3.5 },
  { id: '55-uhd', width: 1_209.6, height: 680.4, pixels: UHD, bezel: 3.5 },
  { id: '49-hd', width: 1_073.8, height: 604, pixels: HD, bezel: 3.5 },
  { id: '46-hd', width: 1_018.1, height: 572.7, pixels: HD, bezel: 3.5 },
  { id: '65-uhd', width: 1_428.5, height: 803.5, pixels: UHD, bezel: 20 },
  { id: '86-uhd', width: 1_895, height: 1_065.9, pixels: UHD, bezel: 30 },
  { id: '98-8k', width: 2_158.8, height: 1_214.3, pixels: { width: 7_680, height: 4_320 }, bezel: 30 },
  { id: '49-wide', width: 1_193.5, height: 335.7, pixels: { width: 5_120, height: 1_440 }, bezel: 20 },
  { id: 'led-fine', width: 8_320, height: 2_240, pixels: { width: 6_656, height: 1_792 }, bezel: 0 },
  { id: 'led-usual', width: 7_680, height: 2_160, pixels: { width: 4_096, height: 1_152 }, bezel: 0 },
];
