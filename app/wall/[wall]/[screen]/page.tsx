import type { Metadata } from 'next';
import { WallLoader } from './wall-loader.tsx';

export const metadata: Metadata = { title: 'Citywall' };

type Props = { params: Promise<{ wall: string; screen: string }> };

/** One screen of a wall. What it may see is the server's business: it knows the screen by its key's cookie. */
export default async function WallPage({ params }: Props) {
  const { wall, screen } = await params;
  return <WallLoader wall={wall} screen={screen} />;
}
