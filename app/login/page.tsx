import type { Metadata } from 'next';
import { SignIn } from './sign-in.tsx';

export const metadata: Metadata = { title: 'Citywall · 登录 Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Where people sign in; afterwards they go on to `next`, a path of this server. */
export default async function LoginPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignIn next={localPath(typeof next === 'string' ? next : null)} />;
}

/** Only a path of our own is followed: a link may not lead a fresh session to another site. Null: to the own page. */
function localPath(next: string | null): string | null {
  if (next === null || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, 'http://here')) return null;
  const url = new URL(next, 'http://here');
  return url.origin === 'http://here' ? url.pathname + url.search : null;
}
