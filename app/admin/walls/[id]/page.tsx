import { WallEditorPage } from '#client/admin/walls/WallEditorPage.tsx';

type Props = { params: Promise<{ id: string }> };

/** One wall: its screens to scale, its panels and its playlist. */
export default async function Page({ params }: Props) {
  const { id } = await params;
  return <WallEditorPage id={id} />;
}
