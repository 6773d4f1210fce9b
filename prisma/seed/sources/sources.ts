import type { BilingualName } from '#domain/category/category.ts';

/** A system that reports. `beatSeconds`: how often it is heard of when all is well; 0 where it has no beat. */
export type SourceRow = {
  readonly id: string;
  readonly name: BilingualName;
  readonly simulated: boolean;
  readonly beatSeconds: number;
  /** Set for a district's own platform. */
  readonly districtCode: string | null;
};

/** The systems that the demonstration knows. Whatever the simulator says is marked as simulated wherever it shows. */
export function sourceRows(): readonly SourceRow[] {
  return [
    source('simulator', '模拟城市', 'Simulated city', { simulated: true, beatSeconds: 10 }),
    source('collector-app', '采集员终端', 'Collector app', { beatSeconds: 60 }),
    source('citizen-app', '市民随手拍', 'Citizen app', {}),
    source('hotline-12345', '12345 热线', '12345 hotline', {}),
    source('video-analysis', '视频智能分析', 'Video analysis', { beatSeconds: 60 }),
    source('sensors', '物联感知', 'Sensors', { beatSeconds: 60 }),
    source('boston311', '波士顿 311', 'Boston 311', {}),
    source('cases-csv', '案件文件导入', 'Case file import', {}),
  ];
}

function source(id: string, zh: string, en: string, rest: { simulated?: boolean; beatSeconds?: number }): SourceRow {
  const { simulated = false, beatSeconds = 0 } = rest;
  return { id, name: { zh, en }, simulated, beatSeconds, districtCode: null };
}
