import { PeopleImportPage } from '#client/admin/people/PeopleImportPage.tsx';

/** Many accounts at once, from a table. */
export default function Page() {
  return <PeopleImportPage />;
}
