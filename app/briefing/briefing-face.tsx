'use client';
import { Briefing } from '#client/briefing/Briefing.tsx';
import { PictureProvider } from '#client/realtime/PictureProvider.tsx';
import type { Topic } from '#wire/protocol.ts';
import type { Me } from '#wire/http/me.ts';

const TOPICS: readonly Topic[] = ['walls', 'status'];

/** The remote of somebody who is signed in. */
export default function BriefingFace({ me }: { me: Me }) {
  return (
    <PictureProvider face="desk" topics={TOPICS}>
      <Briefing me={me} />
    </PictureProvider>
  );
}
