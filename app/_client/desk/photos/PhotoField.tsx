'use client';
import Image from 'next/image';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../DeskProvider.tsx';
import { addPhoto, dropPhoto, MOST_PHOTOS, photosOf } from './kept-photos.ts';
import { PHOTO_KINDS, sendPhoto, type PhotoFault } from './send-photo.ts';
import styles from './photos.module.css';

/** A file on its way, or why it was not kept. `share`: how much of it is sent, 0 to 1. */
type Going = { readonly id: number; readonly name: string; readonly share: number; readonly fault: PhotoFault | null };

let last = 0;

/**
 * Photographs for an act on a case: chosen, sent at once, shown, and kept with what is typed until the act is carried out.
 */
export function PhotoField({ number, act }: { number: string; act: string }) {
  const t = useTranslations('desk.photo');
  const { drafts } = useDesk();
  const [going, setGoing] = useState<readonly Going[]>([]);
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const picker = useRef<HTMLInputElement>(null);
  const shown = useRef(seen);
  useEffect(() => {
    shown.current = seen;
  }, [seen]);
  useEffect(() => () => shown.current.forEach((address) => URL.revokeObjectURL(address)), []);
  const photos = photosOf(drafts, number, act);
  const change = (id: number, to: Partial<Going>): void =>
    setGoing((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const send = async (file: File): Promise<void> => {
    const id = (last += 1);
    setGoing((before) => [...before, { id, name: file.name, share: 0, fault: null }]);
    const sent = await sendPhoto(file, (share) => change(id, { share }));
    if (!sent.ok) return change(id, { fault: sent.why });
    setGoing((before) => before.filter((one) => one.id !== id));
    setSeen((before) => new Map(before).set(sent.reference, URL.createObjectURL(file)));
    addPhoto(drafts, number, act, { reference: sent.reference, name: file.name });
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const room = MOST_PHOTOS - photos.length;
    for (const file of [...(target.files ?? [])].slice(0, room)) void send(file);
    target.value = '';
  };
  return (
    <div className={styles.field} data-testid="photo-field">
      <input
        ref={picker}
        type="file"
        accept={PHOTO_KINDS.join(',')}
        multiple
        hidden
        onChange={chosen}
        data-testid="photo-file"
      />
      <button
        type="button"
        className={styles.add}
        disabled={photos.length >= MOST_PHOTOS}
        onClick={() => picker.current?.click()}
        data-testid="photo-add"
      >
        + {t('add')}
      </button>
      {photos.map(({ reference, name }) => {
        const address = seen.get(reference);
        return (
          <span key={reference} className={styles.photo} data-testid="photo-kept">
            {address === undefined ? (
              <span className={styles.kept}>{t('kept')}</span>
            ) : (
              <Image src={address} alt={name} width={64} height={48} unoptimized />
            )}
            <span>{name}</span>
            <button
              type="button"
              onClick={() => dropPhoto(drafts, number, act, reference)}
              aria-label={t('drop', { name })}
            >
              ✕
            </button>
          </span>
        );
      })}
      {going.map(({ id, name, share, fault }) => (
        <span
          key={id}
          className={styles.photo}
          role={fault === null ? 'status' : 'alert'}
          data-fault={fault ?? undefined}
        >
          {fault === null ? <progress value={share} aria-label={t('sending', { name })} /> : null}
          <span>{fault === null ? name : t('notKept', { name, why: t(`fault.${fault}`) })}</span>
          {fault !== null && (
            <button
              type="button"
              onClick={() => setGoing((before) => before.filter((one) => one.id !== id))}
              aria-label={t('drop', { name })}
            >
              ✕
            </button>
          )}
        </span>
      ))}
    </div>
  );
}
