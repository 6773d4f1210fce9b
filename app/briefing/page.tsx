import type { Metadata } from 'next';
import { AllMessages } from '#client/i18n/AllMessages.tsx';
import { BriefingDoor } from './briefing-door.tsx';
import './briefing.css';

export const metadata: Metadata = { title: 'Citywall · 简报 Briefing' };

/** The presenter's remote. Who may steer walls is decided by the server that answers it, not by this page. */
export default function BriefingPage() {
  return (
    <AllMessages>
      <BriefingDoor />
    </AllMessages>
  );
}
