import { describe, expect, it } from 'vitest';
import { firstCamera } from '#client/map/first-camera.ts';
import { boxOutline } from '../../domain/place/fixture.ts';

const base = (boxes: [number, number, number, number][]) => ({
  districts: {
    type: 'FeatureCollection' as const,
    features: boxes.map((box) => {
      return { type: 'Feature' as const, properties: { code: '310101' }, geometry: boxOutline(...box) };
    }),
  },
});

describe('the first camera of a map', () => {
  it('shows the whole of the city that the base map draws', () => {
    const shanghai = base([
      [121.3, 31, 121.5, 31.3],
      [121.5, 30.8, 121.9, 31.4],
    ]);
    expect(firstCamera(shanghai)).toEqual({ bounds: [121.3, 30.8, 121.9, 31.4] });
  });

  it('says nothing where there are no districts', () => {
    expect(firstCamera(base([]))).toEqual({});
  });
});
