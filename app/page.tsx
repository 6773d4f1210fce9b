import type { Metadata } from 'next';
import { Home } from './home.tsx';

export const metadata: Metadata = { title: 'Citywall' };

/** The front door: where to go, that the data is simulated, and whose shapes are drawn. */
export default function HomePage() {
  return <Home />;
}
