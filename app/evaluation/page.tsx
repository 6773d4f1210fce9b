import { PlaceLeague } from '#client/evaluation/places/PlaceLeague.tsx';

/** The league of places, and their map by grade. */
export default function Page() {
  return <PlaceLeague />;
}
