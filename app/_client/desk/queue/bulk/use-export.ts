'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { AlertRow } from '#wire/figures.ts';
import { secondText, isoDayText } from '../../../i18n/instants.ts';
import { useDesk, useTimeZone } from '../../DeskProvider.tsx';
import { useNames } from '../../names/use-names.ts';
import { sectionOf } from '../order.ts';
import { csvOf, saveFile } from './export-csv.ts';

const COLUMNS = [
  'number',
  'state',
  'category',
  'place',
  'address',
  'stage',
  'department',
  'due',
  'raised',
  'urgent',
  'takenBy',
] as const;

/** Gives alerts to the browser as a table, one line a case by its worst alert, in the officer's language. */
export function useExport(): (rows: readonly AlertRow[]) => void {
  const heads = useTranslations('queues.export');
  const sections = useTranslations('queues.section');
  const stages = useTranslations('desk.stage');
  const names = useNames();
  const zone = useTimeZone();
  const { picture } = useDesk();
  return useCallback(
    (rows) => {
      const instant = (at: number): string => `${isoDayText(at, zone)} ${secondText(at, zone)}`;
      const cells = rows.map((row) => [
        row.caseNumber,
        sections(sectionOf(row)),
        names.category(row.categoryKey, row.conditionNo),
        names.area(row.districtCode, row.subdistrictCode),
        row.address,
        stages(row.stage),
        names.department(row.department) ?? '',
        instant(row.dueAt),
        instant(row.firedAt),
        row.urgent ? heads('yes') : '',
        row.takenByName ?? '',
      ]);
      const now = picture.now();
      const name = `${heads('file')}-${isoDayText(now, zone)}-${secondText(now, zone).replaceAll(':', '')}.csv`;
      saveFile(
        name,
        csvOf(
          COLUMNS.map((column) => heads(`column.${column}`)),
          cells,
        ),
      );
    },
    [heads, sections, stages, names, zone, picture],
  );
}
