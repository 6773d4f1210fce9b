import { SeriesPage } from '#client/evaluation/series/SeriesPage.tsx';

/** One indicator over time. */
export default function Page() {
  return <SeriesPage />;
}
