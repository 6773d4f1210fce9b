import { z } from 'zod';
import { exampleSummary } from '../examples.ts';
import { geocodeAnswerSchema, reverseAnswerSchema } from '../geocode.ts';
import { operation } from '../operation.ts';
import { exampleResponsibilityGrid } from './responsibility.ts';
import { countText, degreesText, plainText } from '../values.ts';

const nearText = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,12})?,-?\d{1,2}(?:\.\d{1,12})?$/, { error: 'is not lon,lat in degrees' })
  .transform((text) => text.split(',').map(Number) as [number, number])
  .optional()
  .meta({
    description: 'lon,lat in WGS-84, such as the middle of the map: of places equally alike the nearer is first',
  });

const query = z.strictObject({ text: plainText(200), near: nearText, limit: countText(1, 50).optional() });

const example = {
  candidates: [
    {
      key: 'R0002&R0001',
      type: 'road' as const,
      nameZh: '南京路与滨江道交口',
      nameEn: 'Nanjing Road & Binjiang Road',
      position: exampleSummary.position,
      place: exampleSummary.place,
      score: 1,
      foundBy: 'crossing' as const,
      moved: true,
      approximate: true,
    },
  ],
  reason: null,
};

/** Geocoding (GB/T 30428.3). */
export const geocodeOperations = {
  geocode: operation({
    method: 'GET',
    path: '/api/v1/geocode',
    tag: 'city',
    summary: { zh: '地址查询坐标', en: 'Places that an address may mean' },
    description:
      'Best first. Nothing is chosen for you: an ambiguous text has several candidates, an unknown one none.',
    query,
    answer: { kind: 'json', status: 200, schema: geocodeAnswerSchema, example },
  }),
  suggestPlaces: operation({
    method: 'GET',
    path: '/api/v1/geocode/suggest',
    tag: 'city',
    summary: { zh: '地址输入提示', en: 'Places while an address is being typed' },
    description: 'Chinese, English, pinyin, or first letters of pinyin.',
    query,
    answer: { kind: 'json', status: 200, schema: geocodeAnswerSchema, example },
  }),
  reverseGeocode: operation({
    method: 'GET',
    path: '/api/v1/reverse',
    tag: 'city',
    summary: { zh: '坐标查询地址', en: 'What lies at a point' },
    query: z.strictObject({ lon: degreesText, lat: degreesText, datum: plainText(20).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: reverseAnswerSchema,
      example: {
        position: exampleSummary.position,
        place: exampleSummary.place,
        responsibilityGrid: exampleResponsibilityGrid,
        divisions: [{ code: '120101', nameZh: '和平区', nameEn: 'Heping District' }],
        road: {
          key: 'R0001',
          type: 'road',
          nameZh: '滨江道',
          nameEn: 'Binjiang Road',
          direction: 1,
          metres: 58.2,
          approximate: false,
        },
        plate: null,
        named: null,
        zh: '和平区，滨江道东北约60米',
        en: 'about 60 m north-east of Binjiang Road, Heping District',
      },
    },
  }),
} as const;
