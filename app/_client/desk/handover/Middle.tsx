'use client';
import { useStored } from '../../stores/use-summary.ts';
import { CasePane } from '../case/CasePane.tsx';
import { useDesk } from '../DeskProvider.tsx';
import { HandoverPane } from './HandoverPane.tsx';
import { useShiftStart } from './ShiftStartProvider.tsx';

/** The middle of the desk: what the shift started from while it is folded open, else the open case. */
export function Middle() {
  const desk = useDesk();
  const { handover: shown } = useStored(desk.view, 0);
  const { handover } = useStored(useShiftStart(), 0);
  return shown && handover !== null ? <HandoverPane handover={handover} /> : <CasePane />;
}
