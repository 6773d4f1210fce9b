import type { RequestRow, SupervisionRow, TaskRow, WaitingCase } from '#wire/waiting.ts';

function about(caseId: number): WaitingCase {
  return {
    caseId,
    caseNumber: `E-${caseId}`,
    stage: 'dispose',
    categoryKey: 'gbt30428.2-2013:event:0110',
    conditionNo: 1,
    districtCode: '120101',
    subdistrictCode: '120101001',
    department: 'dep-1',
    address: '',
    urgent: false,
    supervised: false,
    caseVersion: 1,
  };
}

/** A department's request for an extension of a case due at 1,000; `change` says what is different about it. */
export function requestRow(caseId: number, change: Partial<RequestRow> = {}): RequestRow {
  const { no = 1 } = change;
  const key = `request/${caseId}/${no}`;
  const asked = { kind: 'extension', reason: '缺配件', by: '市政', at: 0 } as const;
  return { ...about(caseId), queue: 'request', key, no, ...asked, basis: 'continuous', dueAt: 1_000, ...change };
}

/** A routine supervision whose reply is due at 1,000. */
export function supervisionRow(caseId: number, change: Partial<SupervisionRow> = {}): SupervisionRow {
  const { no = 1 } = change;
  const key = `supervision/${caseId}/${no}`;
  const raised = { level: 1, reason: '久拖', by: '值班长', at: 0 };
  return { ...about(caseId), queue: 'supervision', key, no, ...raised, basis: 'continuous', dueAt: 1_000, ...change };
}

/** A verification that nobody has, due at 1,000. */
export function taskRow(caseId: number, change: Partial<TaskRow> = {}): TaskRow {
  const task = { kind: 'verify', collector: null, taken: false, at: 0, basis: 'continuous', dueAt: 1_000 } as const;
  return { ...about(caseId), queue: 'task', key: `task/${caseId}`, stage: 'verify', ...task, ...change };
}
