import type { DistrictFacts } from './sources.ts';

type Facts = Omit<DistrictFacts, 'gridsEverywhere'>;

/**
 * The 16 districts: names, residents by the census of 2020, and hosting. The central city is hosted by the municipal
 * platform, Binhai and the five outer districts run their own and report; for the four districts around the centre the
 * public notice leaves it open, so they are central here until the operator sets it otherwise.
 */
export const districtFacts: Readonly<Record<string, Facts>> = {
  '120101': { zh: '和平区', en: 'Heping', hosting: 'central', population: 355_000 },
  '120102': { zh: '河东区', en: 'Hedong', hosting: 'central', population: 858_787 },
  '120103': { zh: '河西区', en: 'Hexi', hosting: 'central', population: 822_174 },
  '120104': { zh: '南开区', en: 'Nankai', hosting: 'central', population: 890_422 },
  '120105': { zh: '河北区', en: 'Hebei', hosting: 'central', population: 647_702 },
  '120106': { zh: '红桥区', en: 'Hongqiao', hosting: 'central', population: 483_130 },
  '120110': { zh: '东丽区', en: 'Dongli', hosting: 'central', population: 857_027 },
  '120111': { zh: '西青区', en: 'Xiqing', hosting: 'central', population: 1_195_124 },
  '120112': { zh: '津南区', en: 'Jinnan', hosting: 'central', population: 928_066 },
  '120113': { zh: '北辰区', en: 'Beichen', hosting: 'central', population: 909_643 },
  '120114': { zh: '武清区', en: 'Wuqing', hosting: 'federated', population: 1_151_313 },
  '120115': { zh: '宝坻区', en: 'Baodi', hosting: 'federated', population: 722_367 },
  '120116': { zh: '滨海新区', en: 'Binhai New Area', hosting: 'federated', population: 2_067_318 },
  '120117': { zh: '宁河区', en: 'Ninghe', hosting: 'federated', population: 395_314 },
  '120118': { zh: '静海区', en: 'Jinghai', hosting: 'federated', population: 787_106 },
  '120119': { zh: '蓟州区', en: 'Jizhou', hosting: 'federated', population: 795_516 },
};

/** The six districts that are built up as a whole. */
export const isCentral = (districtCode: string): boolean => districtCode <= '120106';
