import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#domain/account/role.ts';
import { photoIdOf } from '#domain/case/photo-reference.ts';
import { exampleSummary } from '#wire/http/examples.ts';
import type { Operation } from '#wire/http/operation.ts';
import { operationIds, operations, type OperationId } from '#wire/http/operations.ts';
import { rowOf } from '#wire/policy.ts';
import { greyPng } from '../../../fixtures/pictures.ts';
import { principalOf } from './fake-port.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
/** A photograph of the case of the example. */
let photo: string;
beforeAll(async () => {
  // Every operation tries a wrong key once, all from one address.
  served = await serve({ rates: { badKey: { points: 600, seconds: 60 } } });
  const kept = { contentType: 'image/png', width: 2, height: 2, bytes: greyPng(2, 2) } as const;
  const { reference } = await served.port.photos.keep({ id: 'hotline' }, kept);
  photo = photoIdOf(reference) ?? '';
  const known = await served.port.queries.caseByNumber(principalOf('leader'), exampleSummary.number);
  known?.state.media.before.push(reference);
});
afterAll(() => served.stop());

const everybody = [...ROLES];
const runners = ['administrator', 'security-administrator', 'auditor'];
const accounts = everybody.filter((role) => role !== 'screen' && role !== 'source');
const people = accounts.filter((role) => role !== 'security-administrator' && role !== 'auditor');
const peopleAndScreens = [...people, 'screen'];
const named = everybody.filter((role) => role !== 'source');
const movers = people.filter((role) => !runners.includes(role));
const takers = ['leader', 'duty-officer', 'operator', 'dispatcher'];

/** Written out a second time on purpose: whoever opens an operation to a role has to say so here too. */
const mayCall: Record<OperationId, readonly string[] | 'public'> = {
  postReports: ['source'],
  postCaseEvents: ['source'],
  postPositions: ['source'],
  postBeat: ['source'],
  postPhoto: [...movers, 'source'],
  listCases: people,
  getCase: peopleAndScreens,
  getCasePhoto: peopleAndScreens,
  listAlerts: people,
  listRequests: people,
  listSupervisions: people,
  listDuplicates: people,
  listTasks: people,
  takeTask: movers,
  getCoverage: peopleAndScreens,
  listResponsibilityGrids: people,
  getPatrol: people,
  getRules: people,
  changeRules: ['administrator'],
  listRuleChanges: ['administrator'],
  listWalls: peopleAndScreens,
  saveWall: ['administrator'],
  removeWall: ['administrator'],
  actOnWall: ['administrator', 'leader', 'duty-officer', 'dispatcher'],
  getReplay: ['administrator', 'leader', 'duty-officer', 'operator', 'dispatcher', 'screen'],
  listBriefings: ['administrator', 'leader', 'duty-officer'],
  saveBriefing: ['administrator', 'leader', 'duty-officer'],
  removeBriefing: ['administrator', 'leader', 'duty-officer'],
  listEvaluationSettingChanges: ['administrator'],
  listPlaces: named,
  locate: people,
  geocode: people,
  suggestPlaces: people,
  reverseGeocode: people,
  listComponents: peopleAndScreens,
  nearComponents: people,
  searchComponents: people,
  summariseComponents: people,
  getComponent: people,
  listTeams: people,
  getFigures: peopleAndScreens,
  getDictionary: named,
  moveCase: movers,
  takeAlert: ['leader', 'duty-officer', 'operator', 'dispatcher'],
  releaseAlert: ['leader', 'duty-officer', 'operator', 'dispatcher'],
  shelveAlert: ['leader', 'duty-officer', 'operator', 'dispatcher'],
  closeAlert: ['leader', 'duty-officer', 'operator', 'dispatcher'],
  ...{ listMentionable: movers, listMentions: people, readMentions: people },
  ...{ listDeskViews: people, saveDeskView: people, removeDeskView: people, getLoadLimits: people },
  ...{ draftHandover: takers, listHandovers: takers, getHandover: takers, makeHandover: takers },
  ...{ signHandover: takers, takeOverClaims: takers, putAwayHandover: takers },
  ...{ searchHistory: takers, exportHistory: takers },
  changeLoadLimits: ['administrator'],
  listLoadLimitChanges: ['administrator'],
  signIn: 'public',
  makeFirstAdministrator: 'public',
  signOut: 'public',
  changePassword: accounts,
  getMe: everybody,
  listAccounts: ['security-administrator'],
  makeAccount: ['security-administrator'],
  changeAccount: ['security-administrator'],
  actOnAccount: ['security-administrator'],
  listSessions: ['security-administrator'],
  previewPeople: ['security-administrator'],
  importPeople: ['security-administrator'],
  getPeopleProblems: ['security-administrator'],
  getPeopleTemplate: ['security-administrator'],
  listAudit: ['auditor'],
  exportAudit: ['auditor'],
  getAuditFacts: ['auditor'],
  verifyAudit: ['auditor'],
  askScreenCode: 'public',
  redeemScreenCode: 'public',
  reviewScreenCode: ['administrator'],
  approveScreenCode: ['administrator'],
  denyScreenCode: ['administrator'],
  listScreens: ['administrator'],
  getScreenPicture: ['administrator'],
  actOnScreen: ['administrator'],
  getHandbook: ['administrator', 'leader', 'duty-officer'],
  getLists: ['administrator'],
  previewList: ['administrator'],
  applyList: ['administrator'],
  getListProblems: ['administrator'],
  getPlaceProblems: ['administrator'],
  getListTemplate: ['administrator'],
  getListVersions: ['administrator'],
  undoList: ['administrator'],
  getEvaluation: people,
  exportEvaluation: people,
  getIndicators: people,
  getEvaluationSeries: people,
  listEvaluationCases: people,
  changeEvaluationSettings: ['administrator'],
  getLive: 'public',
  getReady: 'public',
  getMetrics: ['administrator'],
  getOpenApi: 'public',
};

const bodies: Partial<Record<OperationId, unknown>> = {
  postReports: [{ sourceId: 'a', reportedAt: '2026-11-22T08:00:00+08:00' }],
  postCaseEvents: [{ eventId: 'e', caseNumber: 'E1', at: '2026-11-22T08:00:00+08:00', type: 'told' }],
  postPositions: [{ team: 'C-1', lon: 117.2, lat: 39.1, at: '2026-11-22T08:00:00+08:00' }],
  postBeat: {},
  postPhoto: greyPng(2, 2),
  moveCase: { requestId: 'r', move: { move: 'comment', text: 'x' } },
  shelveAlert: { reason: 'x', until: 1_795_402_800_000 },
  closeAlert: { kind: 'known', note: '' },
  readMentions: { mentions: [{ caseId: 1, eventId: 'e' }] },
  makeHandover: { remark: '' },
  signHandover: { hash: '0'.repeat(64) },
  takeOverClaims: { alerts: [1] },
  saveDeskView: operations.saveDeskView.body.example,
  changeLoadLimits: { returnMinutes: 20 },
  signIn: { username: 'duty', password: 'right' },
  makeFirstAdministrator: operations.makeFirstAdministrator.body.example,
  changePassword: { currentPassword: 'right', newPassword: 'a new password' },
  undoList: { version: '1' },
  makeAccount: { ...operations.makeAccount.body.example, username: 'someone.new' },
  changeAccount: operations.changeAccount.body.example,
  actOnAccount: operations.actOnAccount.body.example,
  askScreenCode: operations.askScreenCode.body.example,
  redeemScreenCode: operations.redeemScreenCode.body.example,
  reviewScreenCode: operations.reviewScreenCode.body.example,
  approveScreenCode: operations.approveScreenCode.body.example,
  denyScreenCode: operations.denyScreenCode.body.example,
  actOnScreen: { act: 'reload' },
  changeRules: { maxExtensions: 1 },
  saveWall: {
    ...operations.saveWall.body.example,
    version: 0,
    wall: { ...operations.saveWall.body.example.wall, id: '77' },
  },
  actOnWall: { act: 'resume' },
  saveBriefing: operations.saveBriefing.body.example,
  changeEvaluationSettings: { leastSample: 10 },
};
const queries: Partial<Record<OperationId, string>> = {
  locate: '?lon=117.2&lat=39.1',
  geocode: '?text=road',
  suggestPlaces: '?text=road',
  reverseGeocode: '?lon=117.2&lat=39.1',
  listComponents: '?bbox=117.2,39.1,117.21,39.11',
  nearComponents: '?lon=117.2&lat=39.1',
  exportEvaluation: '?format=csv',
  searchHistory: '?kind=alerts',
  exportHistory: '?kind=acts&format=csv',
  getEvaluationSeries: '?indicator=R14',
  listEvaluationCases: '?indicator=R14',
  getPlaceProblems: '?parent=120101',
  previewList: '?name=a.csv',
  previewPeople: '?name=a.csv',
  importPeople: '?name=a.csv&basis=b1',
  getPeopleProblems: '?name=a.csv',
  getPeopleTemplate: '?format=csv',
  applyList: '?name=a.csv&basis=b1',
  getListProblems: '?name=a.csv',
};

/** Through a proxy, so that the machine's own way to the metrics isn't what is tried. */
function fromElsewhere(id: OperationId): Record<string, string> {
  // Each operation from an address of its own: the limit on calls is not what is tried.
  return { 'x-forwarded-for': `203.0.113.${operationIds.indexOf(id) % 250}` };
}

function call(id: OperationId, as?: string): Promise<Response> {
  const { method, path }: Operation = operations[id];
  const address =
    path
      .replace('{number}', exampleSummary.number)
      .replace('{id}', '77')
      .replace('{kind}', 'fruit')
      .replace('{photo}', photo)
      .replace('{wall}', 'main')
      .replace('{screen}', '2')
      .replace('{code}', '1201010101000123') + (queries[id] ?? '');
  const body = bodies[id];
  return served.ask(address, {
    method,
    headers: fromElsewhere(id),
    ...(as && { as }),
    ...(body !== undefined && { body }),
  });
}

describe.each(operationIds)('%s', (id) => {
  const allowed = mayCall[id];

  it.each(everybody)(`for %s`, async (role) => {
    const { status } = await call(id, role);
    if (allowed === 'public' || allowed.includes(role)) expect(status).toBeLessThan(300);
    else expect(status).toBe(403);
  });

  it.skipIf(allowed === 'public')('for a part of the city', async () => {
    const row = rowOf(id);
    if (row === 'public') throw new Error(`${id} is public in the policy`);
    expect([...row.roles].sort()).toEqual([...allowed].sort());
    for (const role of row.roles) {
      const { status } = await call(id, `${role}@120101`);
      if (row.scope === 'platform') expect(status, role).toBe(403);
      else expect(status, role).not.toBe(500);
    }
  });

  it('for nobody and for a wrong key', async () => {
    const expected = allowed === 'public' ? 'open' : 401;
    for (const as of [undefined, 'NO-SUCH-KEY']) {
      const { status } = await call(id, as);
      expect(allowed === 'public' && status < 300 ? 'open' : status).toBe(expected);
    }
  });
});
