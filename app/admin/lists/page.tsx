import { ListsPage } from '#client/admin/lists/ListsPage.tsx';

/** The lists that a city brings itself. */
export default function Page() {
  return <ListsPage />;
}
