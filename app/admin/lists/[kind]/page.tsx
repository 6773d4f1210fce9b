import { ListPage } from '#client/admin/lists/ListPage.tsx';

type Props = { params: Promise<{ kind: string }> };

/** One list: bring a file, see what it changes, put it in force, take it back. */
export default async function Page({ params }: Props) {
  const { kind } = await params;
  return <ListPage kind={kind} />;
}
