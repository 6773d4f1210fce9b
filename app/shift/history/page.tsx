import { HistoryPage } from '#client/shift/HistoryPage.tsx';

/** What happened to alerts, and who did what. */
export default function Page() {
  return <HistoryPage />;
}
