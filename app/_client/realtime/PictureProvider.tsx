'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Topic } from '#wire/protocol.ts';
import type { Face } from './link.ts';
import { attendPicture } from '../heal/attend.ts';
import { Picture } from './picture.ts';
import { useStored } from '../stores/use-summary.ts';
import type { LinkState } from './link-state.ts';

/** Exported for pages that feed a picture themselves: benches. */
export const PictureContext = createContext<Picture | null>(null);

/** The build this page's code belongs to; the server says its own, and another one makes the page reload. */
export const PAGE_BUILD = process.env['NEXT_PUBLIC_BUILD'] ?? 'development';

/** Holds the page's one live connection and closes it when the page goes. `topics` are read once. */
export function PictureProvider(props: { face: Face; topics: readonly Topic[]; children: ReactNode }) {
  const [picture] = useState(() => new Picture({ face: props.face, build: PAGE_BUILD, topics: props.topics }));
  const [{ face, topics }] = useState(props);
  useEffect(() => {
    picture.client.link.open();
    const leave = attendPicture(picture, face, topics, PAGE_BUILD);
    return () => {
      leave();
      picture.client.link.close();
    };
  }, [picture, face, topics]);
  return <PictureContext value={picture}>{props.children}</PictureContext>;
}

/** Lets what is below read another picture: that of one place. */
export function OtherPicture({ picture, children }: { picture: Picture; children: ReactNode }) {
  return <PictureContext value={picture}>{children}</PictureContext>;
}

/** The page's picture of the city. Throws outside a PictureProvider. */
export function usePicture(): Picture {
  const picture = useContext(PictureContext);
  if (picture === null) throw new Error('usePicture needs a PictureProvider above it');
  return picture;
}

/** How the page stands with its server, as it changes. */
export function useLinkState(): LinkState {
  return useStored(usePicture().client.link.state, 0);
}
