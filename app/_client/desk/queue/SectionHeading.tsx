'use client';
import { useTranslations } from 'use-intl';
import { useNames } from '../names/use-names.ts';
import { StateShape } from '../shapes/StateShape.tsx';
import { shapeOf, type Section } from './order.ts';
import styles from './queue.module.css';

/** Names a part of a queue in the officer's language: a state of its lines, or their place. */
export function useSectionName(): (section: Section) => string {
  const t = useTranslations('queues.section');
  const names = useNames();
  return (section) => {
    if (!isPlace(section)) return t(section);
    const code = section.slice('place/'.length);
    return names.place(code) ?? (code === '' ? names.area(null, null) : code);
  };
}

/** The line above a part of a queue, with how many lines it has. */
export function SectionHeading({ section, count }: { section: Section; count: number }) {
  const nameOf = useSectionName();
  const shape = shapeOf(section);
  return (
    <div className={styles.heading} role="presentation" data-testid="queue-section">
      {shape !== null && <StateShape shape={shape} />} {nameOf(section)} {count}
      <i />
    </div>
  );
}

function isPlace(section: Section): section is `place/${string}` {
  return section.startsWith('place/');
}
