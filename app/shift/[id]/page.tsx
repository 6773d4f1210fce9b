import { HandoverPage } from '#client/shift/HandoverPage.tsx';

/** One handover. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <HandoverPage id={id} />;
}
