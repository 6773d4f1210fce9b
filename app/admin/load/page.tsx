import { LoadLimitsPage } from '#client/admin/load/LoadLimitsPage.tsx';

/** Where the load of alerts stops being bearable. */
export default function Page() {
  return <LoadLimitsPage />;
}
