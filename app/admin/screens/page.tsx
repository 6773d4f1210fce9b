import { ScreensPage } from '#client/admin/screens/ScreensPage.tsx';

/** Every screen: how it is, what may be done with it, and new ones that ask to be let in. */
export default function Page() {
  return <ScreensPage />;
}
