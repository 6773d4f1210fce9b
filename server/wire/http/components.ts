import type { z } from 'zod';
import { actDoneSchema } from './act.ts';
import { alertRowSchema, alertsAnswerSchema } from './alert.ts';
import { caseEventSchema } from './case-event.ts';
import { alertSchema, caseDetailSchema, casesAnswerSchema, caseSummarySchema, explainedClockSchema } from './case.ts';
import {
  componentAnswerSchema,
  componentsAnswerSchema,
  componentSearchSchema,
  nearComponentsAnswerSchema,
  registerSummarySchema,
} from './component.ts';
import { dictionarySchema } from './dictionary.ts';
import { figuresSchema } from './figures.ts';
import { fixSchema } from './fix.ts';
import { geocodeAnswerSchema, reverseAnswerSchema } from './geocode.ts';
import { liveSchema, readySchema } from './health.ts';
import { handbookSchema } from './handbook.ts';
import {
  listChangeSchema,
  listPreviewSchema,
  listProblemSchema,
  listsAnswerSchema,
  listVersionSchema,
  listVersionsAnswerSchema,
} from './lists.ts';
import { meSchema } from './me.ts';
import { locateAnswerSchema, placeSchema, placesAnswerSchema } from './place.ts';
import { incomingPositionSchema, locatedSchema, positionSchema } from './position.ts';
import { problemSchema } from './problem.ts';
import { batchAnswerSchema, fixesAnswerSchema } from './rejection.ts';
import { reportSchema } from './report.ts';
import { coverageAnswerSchema, tasksAnswerSchema } from './task.ts';
import { teamSchema, teamsAnswerSchema } from './team.ts';
import { rulesSchema } from './rules.ts';
import { likelyDuplicatesSchema, owedRepliesSchema, requestsAnswerSchema } from './waiting.ts';
import { settingChangesSchema } from './setting-changes.ts';
import { moveRequestSchema, moveSchema } from '../command.ts';

/** Schemas of what comes in, by their names in the document. */
export const incoming: Readonly<Record<string, z.ZodType>> = {
  Report: reportSchema,
  CaseEvent: caseEventSchema,
  Fix: fixSchema,
  IncomingPosition: incomingPositionSchema,
  MoveRequest: moveRequestSchema,
  Move: moveSchema,
};

/** Schemas of what goes out. */
export const outgoing: Readonly<Record<string, z.ZodType>> = {
  BatchAnswer: batchAnswerSchema,
  FixesAnswer: fixesAnswerSchema,
  Problem: problemSchema,
  CaseSummary: caseSummarySchema,
  CaseDetail: caseDetailSchema,
  Cases: casesAnswerSchema,
  ExplainedClock: explainedClockSchema,
  Alert: alertSchema,
  AlertRow: alertRowSchema,
  Alerts: alertsAnswerSchema,
  Figures: figuresSchema,
  Place: placeSchema,
  Places: placesAnswerSchema,
  LocateAnswer: locateAnswerSchema,
  Position: positionSchema,
  Located: locatedSchema,
  Team: teamSchema,
  Teams: teamsAnswerSchema,
  Dictionary: dictionarySchema,
  Requests: requestsAnswerSchema,
  Tasks: tasksAnswerSchema,
  Coverage: coverageAnswerSchema,
  OwedReplies: owedRepliesSchema,
  LikelyDuplicates: likelyDuplicatesSchema,
  Rules: rulesSchema,
  SettingChanges: settingChangesSchema,
  ActDone: actDoneSchema,
  Me: meSchema,
  Handbook: handbookSchema,
  Lists: listsAnswerSchema,
  ListChange: listChangeSchema,
  ListPreview: listPreviewSchema,
  ListProblem: listProblemSchema,
  ListVersion: listVersionSchema,
  ListVersions: listVersionsAnswerSchema,
  GeocodeAnswer: geocodeAnswerSchema,
  ReverseAnswer: reverseAnswerSchema,
  Component: componentAnswerSchema,
  Components: componentsAnswerSchema,
  NearComponents: nearComponentsAnswerSchema,
  ComponentSearch: componentSearchSchema,
  RegisterSummary: registerSummarySchema,
  Live: liveSchema,
  Ready: readySchema,
};
