import { AuditPage } from '#client/admin/audit/AuditPage.tsx';

/** What was done by whom: searched, exported and held against its chain. */
export default function Page() {
  return <AuditPage />;
}
