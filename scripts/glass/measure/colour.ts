/** Red, green and blue as they are stored, 0–255. */
export type Rgb = readonly [number, number, number];

/** A colour written as #RRGGBB. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** Linear light of a stored value, 0–1 (IEC 61966-2-1). */
export function linear(value: number): number {
  return LINEAR[Math.max(0, Math.min(255, Math.round(value)))] ?? 0;
}

function stored(light: number): number {
  const clipped = Math.max(0, Math.min(1, light));
  return 255 * (clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055);
}

/** Relative luminance, 0–1: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio, 1–21: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Lightness 0–1, chroma 0–0.4 and hue in degrees: OKLCH (B. Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
export type Oklch = { lightness: number; chroma: number; hue: number };
type Oklab = readonly [number, number, number];

export function oklab(rgb: Rgb): Oklab {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function oklch(rgb: Rgb): Oklch {
  const [lightness, a, b] = oklab(rgb);
  return { lightness, chroma: Math.hypot(a, b), hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

/** Distance of two colours in OKLab, times 100: about 2 is just seen side by side. */
export function difference(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/**
 * The colour as somebody without the middle-wave cones sees it: deuteranopia at severity 1.0 after G. M. Machado,
 * M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
 * TVCG 15 (2009), table 1, in linear light.
 */
export function deuteranope(rgb: Rgb): Rgb {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  return [
    stored(0.367322 * r + 0.860646 * g - 0.227968 * b),
    stored(0.280085 * r + 0.672501 * g + 0.047413 * b),
    stored(-0.01182 * r + 0.04294 * g + 0.968881 * b),
  ];
}

/** The grey of the same luminance. */
export function greyscale(rgb: Rgb): Rgb {
  const value = stored(luminance(rgb));
  return [value, value, value];
}
