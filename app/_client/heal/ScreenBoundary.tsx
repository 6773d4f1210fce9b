'use client';
import { Component, createRef, Fragment, type ReactNode } from 'react';
import { FaultCount } from './fault-count.ts';
import { frozenCopy } from './frozen-copy.ts';
import styles from './heal.module.css';

const AGAIN_MS = 1_000;
/** What came up anew has painted by then, and the copy over it goes. */
const COVER_MS = 8_000;
const OFTEN_MS = 10_000;

type Props = { onCrash: () => void; children: ReactNode };
type State = { failed: boolean; life: number };

/**
 * The last net under a whole screen. What it showed stands there as a still copy while it is made anew a second later;
 * should it fail again soon, `onCrash` asks for a fresh page.
 */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { failed: false, life: 0 };
  readonly #box = createRef<HTMLDivElement>();
  readonly #still = createRef<HTMLDivElement>();
  readonly #crashes = new FaultCount(1, 60_000);
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  /** Runs before what failed is taken off the page. */
  override getSnapshotBeforeUpdate(_: Props, before: State): HTMLElement | null {
    if (before.failed || !this.state.failed || this.#box.current === null) return null;
    return frozenCopy(this.#box.current);
  }

  override componentDidUpdate(_: Props, __: State, copy: HTMLElement | null): void {
    if (copy !== null) this.#still.current?.replaceChildren(copy);
  }

  override componentDidCatch(error: Error): void {
    console.error('the screen failed and is made anew', error);
    const often = this.#crashes.add(performance.now());
    if (often) this.props.onCrash();
    this.#later(often ? OFTEN_MS : AGAIN_MS, () => {
      this.setState(({ life }) => ({ failed: false, life: life + 1 }));
      this.#later(COVER_MS, () => {
        if (!this.state.failed) this.#still.current?.replaceChildren();
      });
    });
  }

  override componentWillUnmount(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  override render(): ReactNode {
    const { failed, life } = this.state;
    return (
      <>
        <div ref={this.#box} className={styles.box}>
          {failed ? null : <Fragment key={life}>{this.props.children}</Fragment>}
        </div>
        <div ref={this.#still} className={styles.still} aria-hidden />
      </>
    );
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
