import type { RequestKind } from '#domain/case/request-kind.ts';
import type { Phase } from '#domain/case/stage.ts';
import type { ClockBasis } from '#domain/clock/limit.ts';
import type { TaskKind } from '#domain/task/task.ts';

/** What a queue shows of the case that something waits on. Instants in epoch ms. */
export type WaitingCase = {
  caseId: number;
  caseNumber: string;
  stage: Phase;
  categoryKey: string | null;
  conditionNo: number | null;
  districtCode: string | null;
  subdistrictCode: string | null;
  department: string | null;
  address: string;
  urgent: boolean;
  supervised: boolean;
  caseVersion: number;
};

/** `dueAt`: the clock of the stage that it asks about, which runs on meanwhile; null where none runs. */
export type RequestRow = WaitingCase & {
  queue: 'request';
  key: string;
  /** Number of the request within the case. */
  no: number;
  kind: RequestKind;
  reason: string;
  by: string;
  at: number;
  basis: ClockBasis;
  dueAt: number | null;
};

/** `dueAt`: by when the reply is demanded; null where none is. */
export type SupervisionRow = WaitingCase & {
  queue: 'supervision';
  key: string;
  /** Number of the supervision within the case. */
  no: number;
  level: number;
  reason: string;
  by: string;
  at: number;
  basis: ClockBasis;
  dueAt: number | null;
};

/** 核实 or 核查, which a passage of a case demands of a collector. `dueAt`: that stage's clock. */
export type TaskRow = WaitingCase & {
  queue: 'task';
  key: string;
  kind: TaskKind;
  /** Team code of the collector who has it; null: nobody yet. */
  collector: string | null;
  /** The collector said so. */
  taken: boolean;
  at: number;
  basis: ClockBasis;
  dueAt: number | null;
};

/** A row of the `waiting` topic: what waits for somebody beside the alerts. `key` names it for as long as it waits. */
export type WaitingRow = RequestRow | SupervisionRow | TaskRow;

/** Bodies of `waiting`. `total` counts the rows of the scope, which may be more than are sent. */
export type WaitingSnapshot = { total: number; rows: WaitingRow[] };
export type WaitingDelta = { total: number; put: WaitingRow[]; removed: string[] };
