import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { FrameDoor } from '#client/frame/FrameDoor.tsx';
import { AllMessages } from '#client/i18n/AllMessages.tsx';
import { getRuntime } from '#runtime';
import '#client/frame/frame.css';
import '#client/shift/print.css';

export const metadata: Metadata = { title: 'Citywall · 交接班 Shift' };

/** Handovers and history. What is handed over, and to whom, is decided by the API behind these pages. */
export default async function ShiftLayout({ children }: { children: ReactNode }) {
  await connection();
  const { timeZone, simulated } = getRuntime();
  return (
    <AllMessages>
      <FrameDoor frame="shift" timeZone={timeZone} simulated={simulated}>
        {children}
      </FrameDoor>
    </AllMessages>
  );
}
