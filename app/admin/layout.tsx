import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { FrameDoor } from '#client/frame/FrameDoor.tsx';
import { AllMessages } from '#client/i18n/AllMessages.tsx';
import { getRuntime } from '#runtime';
import '#client/frame/frame.css';

export const metadata: Metadata = { title: 'Citywall · 管理 Administration' };

/** The administrator's pages. Who may read and change what is decided by the API behind them, not by these pages. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await connection();
  const { timeZone, simulated } = getRuntime();
  return (
    <AllMessages>
      <FrameDoor frame="admin" timeZone={timeZone} simulated={simulated}>
        {children}
      </FrameDoor>
    </AllMessages>
  );
}
