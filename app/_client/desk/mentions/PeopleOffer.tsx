'use client';
import { useTranslations } from 'use-intl';
import type { PersonAnswer } from '#wire/http/mention.ts';
import { useNames } from '../names/use-names.ts';
import styles from './mentions.module.css';

type Props = {
  id: string;
  people: readonly PersonAnswer[];
  at: number;
  onChoose: (person: PersonAnswer) => void;
};

/** Who may be named, under the text in which their name is typed. The text keeps the keyboard. */
export function PeopleOffer({ id, people, at, onChoose }: Props) {
  const t = useTranslations('desk.mentions');
  const roles = useTranslations('desk.role');
  const names = useNames();
  return (
    <ul id={id} role="listbox" className={styles.offer} aria-label={t('offer')} data-testid="people-offer">
      {people.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
          data-testid="person"
        >
          <b>{person.name}</b>
          <span>{person.username}</span>
          <span>
            {roles(person.role as 'operator')}
            {person.department === null ? '' : ` · ${names.department(person.department) ?? ''}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
