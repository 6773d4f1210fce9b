import { CalendarPage } from '#client/admin/calendar/CalendarPage.tsx';

/** The working calendar in force, and what it makes of a limit. */
export default function Page() {
  return <CalendarPage />;
}
