import { DepartmentLeague } from '#client/evaluation/tables/DepartmentLeague.tsx';

/** The league of departments. */
export default function Page() {
  return <DepartmentLeague />;
}
