'use client';
import { useTranslations } from 'use-intl';
import { covers } from '#domain/account/scope.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import type { PersonForm } from './account-calls.ts';
import { useRoleName } from './use-role-name.ts';
import styles from './people.module.css';

type Props = { form: PersonForm; onForm: (form: PersonForm) => void };
type Choice = { code: string; nameZh: string; nameEn: string };

/** Name, role, place and, for a department's people, which department. */
export function PersonFields({ form, onForm }: Props) {
  const t = useTranslations('people');
  const { roles, nameOf } = useRoleName();
  const { names, me } = usePlaceOfWork();
  const set = (change: Partial<PersonForm>): void => onForm({ ...form, ...change });
  const city = names.dictionary?.city ?? null;
  const district = names.place(form.scope.slice(0, 6))?.level === 'district' ? form.scope.slice(0, 6) : '';
  const below = names.dictionary?.places.filter((one) => one.level === 'subdistrict' && one.parentCode === district);
  const departments =
    names.dictionary?.departments.filter(
      (one) => one.retired !== true && (district === '' || one.districtCode === district),
    ) ?? [];
  const within = (places: readonly Choice[]) => places.filter(({ code }) => covers(me.scope, code));
  return (
    <div className={styles.fields}>
      <label className={parts.field}>
        {t('name')}
        <input
          value={form.name}
          maxLength={60}
          onChange={(event) => set({ name: event.target.value })}
          data-testid="name"
        />
      </label>
      <label className={parts.field}>
        {t('role')}
        <select
          value={form.role}
          onChange={(event) => {
            const role = roles.find((one) => one === event.target.value) ?? form.role;
            set({ role, department: role === 'department' ? form.department : null });
          }}
          data-testid="role"
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {nameOf(role)}
            </option>
          ))}
        </select>
      </label>
      <Pick
        label={t('scope')}
        value={district === '' ? form.scope : district}
        choices={[...(city === null ? [] : within([city])), ...within(names.districts)]}
        onPick={(scope) => set({ scope, department: null })}
        testId="scope"
      />
      {district !== '' && (
        <Pick
          label={t('subdistrict')}
          value={form.scope}
          choices={[
            ...within([{ code: district, nameZh: t('wholeDistrict'), nameEn: t('wholeDistrict') }]),
            ...within(below ?? []),
          ]}
          onPick={(scope) => set({ scope })}
          testId="subdistrict"
        />
      )}
      {form.role === 'department' && (
        <Pick
          label={t('department')}
          value={form.department ?? ''}
          choices={[{ code: '', nameZh: t('choose'), nameEn: t('choose') }, ...departments]}
          onPick={(code) => set({ department: code === '' ? null : code })}
          testId="department"
        />
      )}
      <p className={parts.note}>{t(`roleSays.${form.role}`)}</p>
    </div>
  );
}

type PickProps = {
  label: string;
  value: string;
  choices: readonly Choice[];
  onPick: (code: string) => void;
  testId: string;
};

function Pick({ label, value, choices, onPick, testId }: PickProps) {
  const { language } = useLanguage();
  return (
    <label className={parts.field}>
      {label}
      <select value={value} onChange={(event) => onPick(event.target.value)} data-testid={testId}>
        {!choices.some(({ code }) => code === value) && <option value={value}>{value}</option>}
        {choices.map((one) => (
          <option key={one.code} value={one.code}>
            {nameOr(language, one)}
          </option>
        ))}
      </select>
    </label>
  );
}
