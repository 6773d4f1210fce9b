import type { HandoverAnswer, HandoverContent, HandoverHead } from './handover.ts';

const at = 1_795_341_600_000;
const since = at - 8 * 3_600_000;
const leaves = { id: 'p1', name: '周岚', role: 'duty-officer', at, address: '10.0.3.17' } as const;
const aboutCase = {
  caseNumber: 'E0110-20261122-000123',
  categoryKey: 'tj-2019/C0103',
  districtCode: '120101',
  subdistrictCode: '120101001',
  department: '120101-drainage',
  address: '承德道与花园路交口',
  stage: 'dispose',
  urgent: false,
} as const;
const alert = {
  alertId: 311,
  threshold: 'warning',
  supervised: false,
  dueAt: at - 600_000,
  firedAt: at - 600_000,
} as const;
const none = { total: 0, items: [] };

export const exampleHandoverContent: HandoverContent = {
  format: 'citywall-handover-1',
  ...{ scope: '120000', since, sinceWhat: 'handover', at },
  leaver: { id: leaves.id, name: leaves.name, role: leaves.role },
  claims: {
    total: 1,
    items: [
      {
        ...aboutCase,
        ...alert,
        by: { id: leaves.id, name: leaves.name },
        ...{ since: at - 900_000, returnsAt: at + 900_000 },
      },
    ],
  },
  shelved: none,
  standing: none,
  promises: {
    total: 1,
    items: [
      {
        ...aboutCase,
        ...{ kind: 'extension', no: null, request: null, what: '井座同损', by: '郑凯' },
        ...{ at: at - 3_600_000, dueAt: at + 3_600_000 },
      },
    ],
  },
  teams: none,
  feeds: none,
  screens: none,
  walls: {
    total: 1,
    items: [
      {
        ...{ wall: 'main', nameZh: '大厅', nameEn: 'Main hall', screens: null },
        ...{ scene: { kind: 'incident', target: aboutCase.caseNumber }, why: 'pushed', by: leaves.name },
        ...{ since: at - 300_000, until: at + 600_000 },
      },
    ],
  },
  load: { officers: 4, raised: 288, perTenMinutes: 1.5, worstTenMinutes: 4.25, floodShare: 0 },
  counts: { reported: 742, closed: 698, endedOtherwise: 21, timedOut: 12 },
  remark: '20 点前有雨，易积水点已布控',
};

export const exampleHandoverHead: HandoverHead = {
  id: 'h3x9a7q2',
  ...{ scope: '120000', hash: '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92', at },
  ...{ leaves, comes: null, mine: false, putAwayAt: null },
};

export const exampleHandover: HandoverAnswer = {
  ...exampleHandoverHead,
  content: exampleHandoverContent,
  sound: true,
  now: {
    at: at + 60_000,
    open: 1,
    became: [
      { key: 'alert/311', state: 'open', by: '周岚', at: null },
      { key: 'extension/E0110-20261122-000123/', state: 'settled', by: null, at: null },
    ],
  },
};
