import type { Metadata } from 'next';
import { AllMessages } from '#client/i18n/AllMessages.tsx';
import { DeskDoor } from './desk-door.tsx';
import './desk.css';

export const metadata: Metadata = { title: 'Citywall · 值班台 Desk' };

/** The duty officer's desk. Who may see what is decided by the server that answers it, not by this page. */
export default function DeskPage() {
  return (
    <AllMessages>
      <DeskDoor />
    </AllMessages>
  );
}
