import type { Metadata } from 'next';
import { PreviewLoader } from './preview-loader.tsx';

export const metadata: Metadata = { title: 'Citywall' };

/** What a wall would show, for the editor around it. What it may see is the signed-in person's. */
export default function Page() {
  return <PreviewLoader />;
}
