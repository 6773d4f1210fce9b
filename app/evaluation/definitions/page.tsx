import { DefinitionsPage } from '#client/evaluation/definitions/DefinitionsPage.tsx';

/** Every indicator with its formula and its source. */
export default function Page() {
  return <DefinitionsPage />;
}
