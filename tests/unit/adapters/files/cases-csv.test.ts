import { describe, expect, test } from 'vitest';
import { openZone } from '#domain/calendar/zone.ts';
import { HeaderError, type RowResult } from '#application/import/profile.ts';
import { casesCsv } from '#adapters/files/cases-csv.ts';

const profile = casesCsv({
  source: { id: 'district-platform', nameZh: '区平台', nameEn: 'District platform' },
  zone: openZone('Asia/Shanghai'),
  isDepartment: (code) => code === '120101-sanitation',
  hasCategory: (key) => key === 'gbt30428.2-2013:event:0110',
  earliest: Date.UTC(2010, 0, 2),
  latest: Date.UTC(2027, 0, 1),
});

const COLUMNS =
  'source_id,reported_at,kind,category,condition,lon,lat,datum,due_at,closed_at,status,department,conduct';

function read(cells: Record<string, string>): RowResult {
  const header = COLUMNS.split(',');
  const all: Record<string, string> = { source_id: 'A-1', reported_at: '2026-11-20T08:00:00', ...cells };
  return profile.open(header)(header.map((name) => all[name] ?? ''));
}

function fault(cells: Record<string, string>): { column: string | null; reason: string } {
  const result = read(cells);
  if (result.ok) throw new Error('the row was taken');
  return { column: result.column, reason: result.reason };
}

describe('a row of cases-csv', () => {
  test('becomes a told case with its category, deadline and end', () => {
    const result = read({
      category: '110',
      kind: 'event',
      condition: '2',
      due_at: '2026-11-22T18:00:00+08:00',
      closed_at: '2026-11-21 10:00',
      department: '120101-sanitation',
    });
    expect(result).toMatchObject({
      ok: true,
      case: {
        report: {
          category: 'gbt30428.2-2013:event:0110',
          conditionNo: 2,
          conduct: 'told',
          channel: 'import',
          reportedAt: Date.parse('2026-11-20T08:00:00+08:00'),
          dueAt: Date.parse('2026-11-22T18:00:00+08:00'),
        },
        events: [
          { eventId: 'began', what: { phase: 'dispose', department: '120101-sanitation' } },
          { at: Date.parse('2026-11-21T10:00:00+08:00'), what: { phase: 'closed' } },
        ],
        department: null,
      },
    });
  });

  test('brings an unknown department into the dictionary under its source', () => {
    const result = read({ department: '环卫一队' });
    expect(result.ok && result.case.department).toEqual({ code: 'district-platform:环卫一队', name: '环卫一队' });
  });

  test('is converted to the datum of the platform', () => {
    const result = read({ lon: '117.2', lat: '39.13', datum: 'GCJ02' });
    const position = result.ok ? result.case.report.position : null;
    expect(position!.lon).toBeCloseTo(117.194, 2);
    expect(position!.lon).not.toBe(117.2);
  });

  test('may begin here', () => {
    expect(read({ conduct: 'own' })).toMatchObject({ ok: true, case: { report: { conduct: 'own' }, events: [] } });
    expect(fault({ conduct: 'own', status: 'dispose' }).column).toBe('conduct');
  });

  test.each([
    [{ reported_at: '20/11/2026' }, 'reported_at', 'is no instant: write it as'],
    [{ reported_at: '2026-02-30T08:00:00' }, 'reported_at', 'is no instant'],
    [{ reported_at: '1999-11-20T08:00:00' }, 'reported_at', 'before 2010-01-02'],
    [{ reported_at: '2031-11-20T08:00:00' }, 'reported_at', 'in the future'],
    [{ source_id: '' }, 'source_id', 'is empty'],
    [{ category: '0110' }, 'kind', 'component or event'],
    [{ category: '9999', kind: 'event' }, 'category', 'leave the cell empty'],
    [{ condition: '2' }, 'condition', 'without a category'],
    [{ lon: '39.1', lat: '117.2' }, 'lat', 'look swapped'],
    [{ lon: '117.2' }, 'lat', 'is empty'],
    [{ lon: '0', lat: '0' }, 'lon', 'without a fix'],
    [{ lon: '117', lat: '39', datum: 'beijing54' }, 'datum', 'none of wgs84'],
    [{ status: 'closed' }, 'closed_at', 'say when it ended'],
    [{ status: 'check', closed_at: '2026-11-21T08:00:00' }, 'status', 'although closed_at is given'],
    [{ department: '\u0007' }, 'department', 'control characters'],
  ])('%o is refused with the column and how to mend it', (cells, column, words) => {
    const found = fault(cells);
    expect(found.column).toBe(column);
    expect(found.reason).toContain(words);
  });
});

describe('a header of cases-csv', () => {
  const refused = (header: string): string => {
    try {
      profile.open(header.split(','));
    } catch (error) {
      if (error instanceof HeaderError) return error.message;
      throw error;
    }
    return '';
  };

  test('names all that is wrong with it at once', () => {
    expect(refused('id,Reported At,lon,lon')).toMatch(
      /source_id is missing.*reported_at is missing.*lon is there twice.*no column "id".*Reported At must be written reported_at/,
    );
    expect(refused('\uFFFD\uFFFD,reported_at')).toContain('not UTF-8');
  });

  test('takes the columns of a file of rejected rows along', () => {
    expect(refused('rejected_line,rejected_column,rejected_reason,source_id,reported_at')).toBe('');
  });
});
