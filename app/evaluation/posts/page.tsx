import { PostLeague } from '#client/evaluation/tables/PostLeague.tsx';

/** The people of each post, by what it is judged by. */
export default function Page() {
  return <PostLeague />;
}
