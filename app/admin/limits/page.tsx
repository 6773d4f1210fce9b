import { LimitsPage } from '#client/admin/limits/LimitsPage.tsx';

/** The handbook in force: what is filed when, closed when, and in what time. */
export default function Page() {
  return <LimitsPage />;
}
