import { connection } from 'next/server';
import { ThenPage } from '#client/shift/ThenPage.tsx';
import { getRuntime } from '#runtime';

/** How it was at an instant of the past. */
export default async function Page() {
  await connection();
  return <ThenPage now={getRuntime().now()} />;
}
