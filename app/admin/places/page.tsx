import { PlacesPage } from '#client/admin/places/PlacesPage.tsx';

/** The tree of places in force, on a map. */
export default function Page() {
  return <PlacesPage />;
}
