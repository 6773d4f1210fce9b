import { CataloguePage } from '#client/admin/catalogue/CataloguePage.tsx';

/** The catalogue of components and events in force. */
export default function Page() {
  return <CataloguePage />;
}
