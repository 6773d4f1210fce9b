import { OverviewPage } from '#client/admin/overview/OverviewPage.tsx';

/** What the city runs on, at a glance. */
export default function Page() {
  return <OverviewPage />;
}
