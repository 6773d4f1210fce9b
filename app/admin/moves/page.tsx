import { MovesPage } from '#client/admin/moves/MovesPage.tsx';

/** Which post may make which move at which level, and how the city commands. */
export default function Page() {
  return <MovesPage />;
}
