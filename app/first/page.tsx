import type { Metadata } from 'next';
import { FirstForm } from './first-form.tsx';

export const metadata: Metadata = { title: 'Citywall · 首个管理员 First administrator', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ code?: string | string[] }> };

/** Where whoever starts a platform makes the first account, with the code that the start printed. */
export default async function FirstPage({ searchParams }: Props) {
  const { code } = await searchParams;
  return <FirstForm code={typeof code === 'string' ? code : ''} />;
}
