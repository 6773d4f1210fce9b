import type { AlertRow } from '#wire/figures.ts';

/** An open timeout alert; `change` says what is different about it. */
export function alertRow(change: Partial<AlertRow> & { caseId: number }): AlertRow {
  return {
    id: change.caseId,
    caseNumber: `E-${change.caseId}`,
    instance: 1,
    round: 0,
    threshold: 'timeout',
    status: 'open',
    basis: 'continuous',
    dueAt: 1_000_000,
    firedAt: 1_000_000,
    takenBy: null,
    takenByName: null,
    takenAt: null,
    shelved: null,
    returned: null,
    stage: 'dispose',
    categoryKey: 'gbt30428.2-2013:event:0110',
    conditionNo: 1,
    districtCode: '120101',
    subdistrictCode: '120101001',
    department: 'dep-1',
    address: '',
    lon: 117.2,
    lat: 39.13,
    urgent: false,
    supervised: false,
    caseVersion: 1,
    moveVersion: 1,
    ...change,
  };
}
