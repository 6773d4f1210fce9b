import type { Role } from '#domain/account/role.ts';
import {
  ACCOUNT_KEEPERS,
  ALERT_TAKERS,
  AUDITORS,
  EVERYBODY_KNOWN,
  MOVERS,
  NAMED,
  PEOPLE,
  PHOTOGRAPHERS,
  PRESENTERS,
  READERS,
  READERS_AND_SCREENS,
  SOURCES,
  SYSTEM,
  WALL_STEERERS,
  WHOLE_PLACE_VIEWERS,
} from './http/access.ts';
import type { OperationId } from './http/operations.ts';
import type { Topic } from './protocol.ts';

/**
 * How far an act reaches. `platform`: all of the city, so that only an account for the whole city has it. `place`: what
 * lies in the account's place, and of a department's account only its own cases. `own`: what it brought itself. `names`:
 * names, outlines and rules that all work by. `self`: the account itself.
 */
export const SCOPES = ['platform', 'place', 'own', 'names', 'self'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may do an act, and how far it reaches for them; `public`: whoever asks. */
export type PolicyRow = 'public' | { readonly roles: readonly Role[]; readonly scope: Scope };

function row<const Roles extends readonly Role[]>(scope: Scope, roles: Roles) {
  return { scope, roles } as const;
}

/** An operation of the HTTP API (and the command of the same meaning on the socket), or following a topic. */
export type Act = OperationId | `topic:${Topic}`;

const seen = row('place', READERS);
const seenOnWalls = row('place', READERS_AND_SCREENS);
const named = row('names', NAMED);
const followed = row('place', READERS_AND_SCREENS);
const systemSetting = row('platform', SYSTEM);
const systemOfPlace = row('place', SYSTEM);

/**
 * The one policy: role × act × scope. Nothing is served that has no row here, and nobody may do what a row does not give
 * to the role. What a role may do to a case, move by move and level by level, is in domain/case/policy.ts.
 */
export const POLICY = {
  postReports: row('own', SOURCES),
  postCaseEvents: row('own', SOURCES),
  postPositions: row('own', SOURCES),
  postBeat: row('own', SOURCES),
  postPhoto: row('own', PHOTOGRAPHERS),

  listCases: seen,
  getCase: seenOnWalls,
  getCasePhoto: seenOnWalls,
  listAlerts: seen,
  listRequests: seen,
  listSupervisions: seen,
  listDuplicates: seen,
  listTasks: seen,
  getCoverage: seenOnWalls,
  listTeams: seen,
  getFigures: seenOnWalls,
  listResponsibilityGrids: seen,
  getPatrol: seen,
  getReplay: row('place', WHOLE_PLACE_VIEWERS),
  listComponents: seenOnWalls,
  nearComponents: seen,
  searchComponents: seen,
  summariseComponents: seen,
  getComponent: seen,
  getEvaluation: seen,
  exportEvaluation: seen,
  getEvaluationSeries: seen,
  listEvaluationCases: seen,

  moveCase: row('place', MOVERS),
  takeTask: row('place', MOVERS),
  takeAlert: row('place', ALERT_TAKERS),
  releaseAlert: row('place', ALERT_TAKERS),
  shelveAlert: row('place', ALERT_TAKERS),
  closeAlert: row('place', ALERT_TAKERS),
  draftHandover: row('place', ALERT_TAKERS),
  listHandovers: row('place', ALERT_TAKERS),
  getHandover: row('place', ALERT_TAKERS),
  makeHandover: row('place', ALERT_TAKERS),
  signHandover: row('place', ALERT_TAKERS),
  takeOverClaims: row('place', ALERT_TAKERS),
  putAwayHandover: row('place', ALERT_TAKERS),
  searchHistory: row('place', ALERT_TAKERS),
  exportHistory: row('place', ALERT_TAKERS),
  listMentionable: row('place', MOVERS),
  listMentions: row('self', READERS),
  readMentions: row('self', READERS),
  listDeskViews: seen,
  saveDeskView: row('self', READERS),
  removeDeskView: row('self', READERS),
  getLoadLimits: row('names', READERS),

  getDictionary: named,
  listPlaces: named,
  locate: row('names', READERS),
  geocode: row('names', READERS),
  suggestPlaces: row('names', READERS),
  reverseGeocode: row('names', READERS),
  getIndicators: row('names', READERS),
  getRules: row('names', READERS),
  getHandbook: row('names', PRESENTERS),

  listWalls: seenOnWalls,
  actOnWall: row('place', WALL_STEERERS),
  listBriefings: row('place', PRESENTERS),
  saveBriefing: row('place', PRESENTERS),
  removeBriefing: row('place', PRESENTERS),

  saveWall: systemOfPlace,
  removeWall: systemOfPlace,
  reviewScreenCode: systemOfPlace,
  approveScreenCode: systemOfPlace,
  denyScreenCode: systemOfPlace,
  listScreens: systemOfPlace,
  getScreenPicture: systemOfPlace,
  actOnScreen: systemOfPlace,
  askScreenCode: 'public',
  redeemScreenCode: 'public',

  changeRules: systemSetting,
  changeLoadLimits: systemSetting,
  listLoadLimitChanges: systemSetting,
  listRuleChanges: systemSetting,
  changeEvaluationSettings: systemSetting,
  listEvaluationSettingChanges: systemSetting,
  getLists: systemSetting,
  previewList: systemSetting,
  applyList: systemSetting,
  getListProblems: systemSetting,
  getPlaceProblems: systemSetting,
  getListTemplate: systemSetting,
  getListVersions: systemSetting,
  undoList: systemSetting,
  getMetrics: systemSetting,
  getLive: 'public',
  getReady: 'public',
  getOpenApi: 'public',

  signIn: 'public',
  makeFirstAdministrator: 'public',
  signOut: 'public',
  changePassword: row('self', PEOPLE),
  getMe: row('self', EVERYBODY_KNOWN),

  listAccounts: row('place', ACCOUNT_KEEPERS),
  makeAccount: row('place', ACCOUNT_KEEPERS),
  changeAccount: row('place', ACCOUNT_KEEPERS),
  actOnAccount: row('place', ACCOUNT_KEEPERS),
  listSessions: row('place', ACCOUNT_KEEPERS),
  previewPeople: row('place', ACCOUNT_KEEPERS),
  importPeople: row('place', ACCOUNT_KEEPERS),
  getPeopleProblems: row('place', ACCOUNT_KEEPERS),
  getPeopleTemplate: row('names', ACCOUNT_KEEPERS),

  listAudit: row('platform', AUDITORS),
  exportAudit: row('platform', AUDITORS),
  getAuditFacts: row('platform', AUDITORS),
  verifyAudit: row('platform', AUDITORS),

  'topic:cases': followed,
  // They carry what people wrote, and their names: no wall shows either.
  'topic:alerts': seen,
  'topic:waiting': seen,
  'topic:figures': followed,
  'topic:lane': followed,
  'topic:places': followed,
  'topic:heat': followed,
  'topic:roster': followed,
  'topic:teams': followed,
  'topic:status': followed,
  'topic:canary': followed,
  'topic:walls': followed,
  'topic:notices': followed,
  'topic:load': seen,
  'topic:presence': seen,
} as const satisfies Readonly<Record<Act, PolicyRow>>;

/** The row of an act; nobody's where there is none. */
export function rowOf(act: Act): PolicyRow {
  return (POLICY as Readonly<Partial<Record<Act, PolicyRow>>>)[act] ?? NOBODY;
}

const NOBODY: PolicyRow = { roles: [], scope: 'platform' };
