import type { Principal } from '#domain/account/role.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { AssignedHow, TaskKind, TaskStatus } from '#domain/task/task.ts';
import type { Reach } from '../query/reach.ts';

/** A collector's task with its case. Instants in epoch ms; `dueAt` of the stage's clock, as judged once it has ended. */
export type CollectorTask = {
  id: number;
  kind: TaskKind;
  status: TaskStatus;
  case: CaseSummary;
  instance: number;
  collector: string | null;
  /** Null while it is nobody's. */
  assignedHow: AssignedHow | null;
  createdAt: number;
  assignedAt: number | null;
  takenAt: number | null;
  dueAt: number | null;
  endedAt: number | null;
};

/** Absent conditions are null. `open`: not ended. `unitGrids`: codes that the cases lie in. */
export type TaskFilter = {
  place: string | null;
  unitGrids: readonly string[] | null;
  kind: TaskKind | null;
  collector: string | null;
  open: boolean;
};

/** A collector that a task is given to, and why to this one. */
export type Assigned = { code: string; how: AssignedHow };

/** A passage through verification or check that has no task yet. */
export type TaskToMake = Pick<CaseSummary, 'position' | 'place'> & { caseId: number; instance: number; kind: TaskKind };

/** Keeps collectors' tasks beside the cases. Rejects with StoreUnavailable. */
export interface TaskStore {
  /** Passages of own cases through verification and check that have no task, oldest case first. */
  missing(limit: number): Promise<TaskToMake[]>;
  /** Adds tasks; one that a passage has already stays as it is. */
  make(tasks: readonly (TaskToMake & { assigned: Assigned | null })[], at: number): Promise<void>;
  /** Open tasks that are nobody's, for another look. */
  unassigned(limit: number): Promise<(TaskToMake & { id: number })[]>;
  assign(id: number, to: Assigned, at: number): Promise<void>;
  /** Ends the tasks whose passage has ended. */
  endLeft(): Promise<void>;
  list(filter: TaskFilter, reach: Reach, limit: number): Promise<CollectorTask[]>;
  /** Marks an open task within reach as taken up; false when there is none such or it is taken. */
  take(id: number, reach: Reach, at: number): Promise<boolean>;
}

/** A task with the code of the responsibility grid that its case lies in now; null for none. */
export type OfferedTask = CollectorTask & { responsibilityGrid: string | null };

/** Which part of a place collectors on duty were in. `since`: epoch ms. */
export type Coverage = {
  place: string;
  since: number;
  grids: number;
  visited: number;
  share: number | null;
  collectors: number;
  onDuty: number;
};

/** What collectors have to do and where they were, within the reach of who asks. */
export interface TaskPort {
  /** @param responsibilityGrid a code, of whose unit grids alone; null: of all. */
  tasks(
    who: Principal,
    filter: Omit<TaskFilter, 'unitGrids'> & { responsibilityGrid: string | null },
    limit: number,
  ): Promise<OfferedTask[]>;
  take(who: Principal, id: number): Promise<boolean>;
  /** Of a place and each place right below it; null for a place that there is not. */
  coverage(who: Principal, place: string, hours: number): Coverage[] | null;
}
