import { IndicatorsPage } from '#client/admin/indicators/IndicatorsPage.tsx';

/** How the city reads its figures where sources disagree. */
export default function Page() {
  return <IndicatorsPage />;
}
