'use client';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useCanAct } from '../bar/LinkBanner.tsx';
import { useStored, useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { ACTS, type ActForm as FormKind } from './acts.ts';
import type { ActFormState } from './act-forms.ts';
import { AskedFor, AskKind } from './AskFields.tsx';
import { CategoryPicker } from './CategoryPicker.tsx';
import { DepartmentPicker, SupportingPicker } from './DepartmentPicker.tsx';
import { JoinTo, LikelyDuplicates } from './JoinTo.tsx';
import { LimitFields } from './LimitFields.tsx';
import { PHOTO_ACTS } from '../photos/kept-photos.ts';
import { PhotoField } from '../photos/PhotoField.tsx';
import type { Missing } from './missing.ts';
import { PassTo } from './PassTo.tsx';
import { TeamPicker } from './TeamPicker.tsx';
import { RepliedTo, ReplyBy, SupervisionLevel } from './SupervisionFields.tsx';
import styles from './acts.module.css';

/** What the chosen act asks: a reason, a department, a verdict. Enter sends, Escape closes; the text stays. */
export function ActForm({ detail, form }: { detail: CaseDetailAnswer; form: ActFormState }) {
  const t = useTranslations('desk.form');
  const moves = useTranslations('move');
  const desk = useDesk();
  const acting = useStored(desk.runner, 0);
  const conflict = useStored(desk.forms.conflict, 0);
  const canAct = useCanAct();
  useSummary(desk.drafts, readVersion, 0);
  const kind: FormKind = ACTS.find(({ id }) => id === form.act)?.form ?? 'nothing';
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first], input, textarea, button')?.focus();
  }, [form.act, form.expected]);
  const missing = desk.forms.missing();
  const complete = missing.length === 0;
  const pending = acting.phase === 'pending';
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      desk.forms.leave();
      document.getElementById('desk-case')?.focus();
    }
  };
  const isAgain = form.act === 'dispatch' && detail.summary.phase === 'dispose';
  const name = isAgain ? moves('dispatch.again') : moves(`${form.act}.name`);
  return (
    <form
      ref={box}
      className={styles.form}
      onKeyDown={keys}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void desk.forms.send();
      }}
      aria-label={name}
      data-testid="act-form"
    >
      <p className={styles.says}>{moves(`${form.act}.says`)}</p>
      <div className={styles.fields}>
        {kind === 'department' && <DepartmentPicker detail={detail} input={form.input} />}
        {kind === 'department' && <SupportingPicker detail={detail} input={form.input} />}
        {form.act === 'send-team' && <TeamPicker detail={detail} chosen={form.input.team} />}
        {form.act === 'pass' && <PassTo detail={detail} chosen={form.input.to} />}
        {form.act === 'join' && <JoinTo chosen={form.input.to} />}
        {form.act === 'shorten' && <LimitFields detail={detail} limit={form.input.limit} />}
        {form.act === 'reply' && <RepliedTo detail={detail} chosen={form.input.supervision} />}
        {kind === 'category' && <CategoryPicker input={form.input} />}
        {kind === 'ask' && <AskKind detail={detail} chosen={form.input.kind} />}
        {kind === 'answer' && <AskedFor detail={detail} chosen={form.input.request} />}
        {(kind === 'found' || kind === 'verdict' || kind === 'answer') && (
          <Verdict kind={kind} chosen={form.input.verdict} />
        )}
        {kind !== 'nothing' && kind !== 'category' && kind !== 'found' && <ReasonText form={form} kind={kind} />}
        {(form.act === 'suspend' || form.input.kind === 'suspension') && <Until chosen={form.input.until} />}
        {form.act === 'supervise' && <SupervisionLevel detail={detail} chosen={form.input.level} />}
        {form.act === 'supervise' && <ReplyBy chosen={form.input.replyBy} />}
        <button
          type="submit"
          className={styles.act}
          data-suggested
          disabled={!complete || pending || !canAct || conflict !== null}
          data-testid="act-send"
        >
          <Key>⏎</Key> {form.asksSure ? t('sure', { act: name, number: form.caseNumber }) : name}
        </button>
        <button type="button" className={styles.act} onClick={() => desk.forms.leave()} data-testid="act-cancel">
          <Key>Esc</Key> {t('cancel')}
        </button>
      </div>
      {PHOTO_ACTS.includes(form.act) && <PhotoField key={form.act} number={form.caseNumber} act={form.act} />}
      <Lacks missing={missing} />
      {form.act === 'join' && <LikelyDuplicates number={form.caseNumber} chosen={form.input.to} />}
    </form>
  );
}

/** What the form still needs, so that a button that cannot be pressed says why. */
function Lacks({ missing }: { missing: readonly Missing[] }) {
  const t = useTranslations('desk.form');
  const words = useTranslations('desk.missing');
  const { language } = useLanguage();
  if (missing.length === 0) return null;
  const what = missing.map((part) => words(part)).join(language === 'zh' ? '、' : ', ');
  return (
    <p className={styles.lacks} data-testid="act-lacks">
      {t('lacks', { what })}
    </p>
  );
}

function ReasonText({ form, kind }: { form: ActFormState; kind: FormKind }) {
  const t = useTranslations('desk.form');
  const { drafts } = useDesk();
  const isNeeded = kind === 'reason' || kind === 'ask' || kind === 'answer';
  const isText = form.act === 'reply' || form.act === 'support';
  const label = isText ? t('text') : isNeeded ? t('reason') : t('note');
  return (
    <input
      className={styles.text}
      value={drafts.read(form.caseNumber, form.act).text}
      onChange={(event) => drafts.write(form.caseNumber, form.act, event.target.value, Date.now())}
      placeholder={label}
      aria-label={label}
      maxLength={500}
      required={isNeeded}
      autoComplete="off"
      data-testid="act-text"
    />
  );
}

function Verdict({ kind, chosen }: { kind: 'found' | 'verdict' | 'answer'; chosen: boolean | null }) {
  const t = useTranslations('desk.form');
  const { forms } = useDesk();
  return (
    <span className={styles.verdict} role="group" aria-label={t(kind)}>
      {[true, false].map((verdict) => (
        <button
          key={String(verdict)}
          type="button"
          aria-pressed={chosen === verdict}
          data-first={verdict || undefined}
          onClick={() => forms.fill({ verdict })}
          data-testid={`verdict-${String(verdict)}`}
        >
          {t(`${kind}${verdict ? 'Yes' : 'No'}`)}
        </button>
      ))}
    </span>
  );
}

const DAYS = [1, 3, 7, 30] as const;
const DAY_MS = 86_400_000;

function Until({ chosen }: { chosen: number | null }) {
  const t = useTranslations('desk.form');
  const { forms, picture } = useDesk();
  return (
    <select
      className={styles.until}
      aria-label={t('until')}
      value={chosen === null ? '' : String(nearestDays(chosen - picture.now()))}
      onChange={({ target }) =>
        forms.fill({ until: target.value === '' ? null : Math.round(picture.now() + Number(target.value) * DAY_MS) })
      }
      data-testid="act-until"
    >
      <option value="">{t('untilOpen')}</option>
      {DAYS.map((days) => (
        <option key={days} value={days}>
          {t('untilDays', { count: days })}
        </option>
      ))}
    </select>
  );
}

/** The choice that an instant was made from: time has passed since. */
function nearestDays(ms: number): number {
  return DAYS.find((days) => ms <= days * DAY_MS) ?? DAYS[DAYS.length - 1] ?? 1;
}

function readVersion({ version }: { version: number }): number {
  return version;
}
