import { WallsPage } from '#client/admin/walls/WallsPage.tsx';

/** Every wall: how it hangs, what it shows now, and new ones. */
export default function Page() {
  return <WallsPage />;
}
