'use client';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { DESK_COMMANDS, keyOfCommand } from '../keys/desk-commands.ts';
import { commandName } from '../palette/palette-entries.ts';
import { Key } from '../shapes/Key.tsx';
import { DeskPopup } from './DeskPopup.tsx';
import styles from './key-list.module.css';

/** All keys, over the desk. */
export function KeyList() {
  const t = useTranslations('desk.keys');
  const { language } = useLanguage();
  const desk = useDesk();
  const { keys } = useStored(desk.view, 0);
  return (
    <DeskPopup
      open={keys}
      onOpenChange={(open) => desk.fold({ keys: open })}
      testId="key-list"
      title={t('title')}
      says={t('says')}
      close={t('close')}
      width="list"
    >
      <dl className={styles.keys}>
        {DESK_COMMANDS.filter(({ id, keys: on }) => on.length > 0 && (id !== 'show-on-wall' || desk.steersWalls)).map(
          ({ id }) => (
            <Pair key={id} printed={keyOfCommand(id)} word={commandName(id, language)} />
          ),
        )}
      </dl>
    </DeskPopup>
  );
}

function Pair({ printed, word }: { printed: string; word: string }) {
  return (
    <div>
      <dt>
        <Key>{printed}</Key>
      </dt>
      <dd>{word}</dd>
    </div>
  );
}
