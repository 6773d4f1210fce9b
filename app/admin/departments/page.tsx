import { DepartmentsPage } from '#client/admin/departments/DepartmentsPage.tsx';

/** The departments that cases are dispatched to. */
export default function Page() {
  return <DepartmentsPage />;
}
