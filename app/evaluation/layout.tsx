import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { FrameDoor } from '#client/frame/FrameDoor.tsx';
import { AllMessages } from '#client/i18n/AllMessages.tsx';
import { getRuntime } from '#runtime';
import '#client/frame/frame.css';

export const metadata: Metadata = { title: 'Citywall · 评价 Evaluation' };

/** The figures a city is judged by. Who may see which is decided by the API behind these pages. */
export default async function EvaluationLayout({ children }: { children: ReactNode }) {
  await connection();
  const { timeZone, simulated } = getRuntime();
  return (
    <AllMessages>
      <FrameDoor frame="evaluation" timeZone={timeZone} simulated={simulated}>
        {children}
      </FrameDoor>
    </AllMessages>
  );
}
