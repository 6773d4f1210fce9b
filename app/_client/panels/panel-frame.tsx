'use client';
import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PANEL_SIZES, type PanelKind } from '#domain/wall/panel.ts';
import { FeedFrame } from './feed-frame/FeedFrame.tsx';
import styles from './panel-frame.module.css';

const TRY_AGAIN_MS = 10_000;

type Props = { kind: string; says: string; children: ReactNode };

/** Keeps one panel's failure to that panel, says so in words, and tries it again by itself. */
class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };
  #timer: ReturnType<typeof setTimeout> | null = null;

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    console.error(`panel ${this.props.kind} failed`, error);
    this.#timer = setTimeout(() => this.setState({ failed: false }), TRY_AGAIN_MS);
  }

  override componentWillUnmount(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className={styles.failed} data-testid={`${this.props.kind}-failed`}>
        {this.props.says}
      </p>
    );
  }
}

/** Wraps every panel of a screen, which then says how fresh it is, and parts of one that may fail alone. */
export function PanelFrame({ kind, children }: { kind: string; children: ReactNode }) {
  const t = useTranslations('wall');
  const kept = (
    <Boundary kind={kind} says={t('panelFailed')}>
      {children}
    </Boundary>
  );
  return isPanelKind(kind) ? <FeedFrame kind={kind}>{kept}</FeedFrame> : kept;
}

function isPanelKind(kind: string): kind is PanelKind {
  return Object.hasOwn(PANEL_SIZES, kind);
}
