'use client';
import { Middle } from '#client/desk/handover/Middle.tsx';
import { ShiftStartProvider } from '#client/desk/handover/ShiftStartProvider.tsx';
import { KeyBar } from '#client/desk/bar/KeyBar.tsx';
import { KeyList } from '#client/desk/bar/KeyList.tsx';
import { LinkBanner } from '#client/desk/bar/LinkBanner.tsx';
import { TopBar } from '#client/desk/bar/TopBar.tsx';
import { CommandPalette } from '#client/desk/palette/CommandPalette.tsx';
import { MentionsPopup } from '#client/desk/mentions/MentionsPopup.tsx';
import { DeskProvider, useDesk } from '#client/desk/DeskProvider.tsx';
import { useDeskKeys } from '#client/desk/keys/use-desk-keys.ts';
import { QueuePane } from '#client/desk/queue/QueuePane.tsx';
import { SidePane } from '#client/desk/side/SidePane.tsx';
import { PictureProvider } from '#client/realtime/PictureProvider.tsx';
import type { Topic } from '#wire/protocol.ts';
import type { Me } from '#wire/http/me.ts';
import styles from './desk-face.module.css';

const TOPICS: readonly Topic[] = [
  'cases',
  'alerts',
  'waiting',
  'figures',
  'places',
  'roster',
  'teams',
  'status',
  'notices',
  'walls',
  'load',
  'presence',
];

/** The desk of somebody who is signed in. */
export default function DeskFace({ me }: { me: Me }) {
  return (
    <PictureProvider face="desk" topics={TOPICS}>
      <DeskProvider me={me}>
        <ShiftStartProvider>
          <Panes />
        </ShiftStartProvider>
      </DeskProvider>
    </PictureProvider>
  );
}

function Panes() {
  useDeskKeys(useDesk());
  return (
    <div className={styles.desk} data-testid="desk">
      <div>
        <TopBar />
        <LinkBanner />
      </div>
      <div className={styles.panes}>
        <QueuePane />
        <Middle />
        <SidePane />
      </div>
      <KeyBar />
      <KeyList />
      <CommandPalette />
      <MentionsPopup />
    </div>
  );
}
