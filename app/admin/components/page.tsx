import { ComponentsPage } from '#client/admin/components/ComponentsPage.tsx';

/** The register of components: public facilities with their owners, states and cases. */
export default function Page() {
  return <ComponentsPage />;
}
