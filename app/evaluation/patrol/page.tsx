import { PatrolPage } from '#client/evaluation/patrol/PatrolPage.tsx';

/** How responsibility grids are patrolled. */
export default function Page() {
  return <PatrolPage />;
}
