import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { WallShell } from '#client/heal/WallShell.tsx';

/** The service worker knows by it which build a page that it keeps is of. */
export const metadata: Metadata = { other: { 'citywall-build': process.env['NEXT_PUBLIC_BUILD'] ?? 'development' } };

/** Every screen of a wall heals itself. */
export default function WallLayout({ children }: { children: ReactNode }) {
  return <WallShell>{children}</WallShell>;
}
