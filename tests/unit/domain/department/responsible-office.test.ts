import { describe, expect, it } from 'vitest';
import type { Department, Trade } from '#domain/department/department.ts';
import { responsibleOffice, suggestDepartment } from '#domain/department/responsible-office.ts';

function department(code: string, trade: Trade, districtCode: string, subdistrictCode: string | null): Department {
  return {
    code,
    trade,
    districtCode,
    subdistrictCode,
    parentCode: null,
    kind: trade === 'command' ? 'supervise' : 'dispose',
    name: { zh: code, en: code },
  };
}

const departments = [
  department('centre-1', 'command', '120101', null),
  department('water-1', 'water', '120101', null),
  department('water-2', 'water', '120102', null),
  department('street-1', 'subdistrict', '120101', '120101001'),
  department('street-2', 'subdistrict', '120101', '120101002'),
];
const burstMain = 'gbt30428.2-2013:event:0501';
const sites = { districtCode: '120101', subdistrictCode: '120101002' };

describe('responsibleOffice', () => {
  it.each([
    ['gbt30428.2-2013:component:0101', 'water'],
    ['gbt30428.2-2013:component:0103', 'drainage'],
    ['gbt30428.2-2013:component:0111', 'utilities'],
    ['gbt30428.2-2013:component:0137', 'lighting'],
    ['gbt30428.2-2013:component:0214', 'traffic'],
    ['gbt30428.2-2013:component:0305', 'sanitation'],
    ['gbt30428.2-2013:component:0402', 'greening'],
    ['gbt30428.2-2013:event:0101', 'enforcement'],
    ['gbt30428.2-2013:event:0112', 'sanitation'],
    ['gbt30428.2-2013:event:0113', 'roads'],
    ['gbt30428.2-2013:event:0410', 'subdistrict'],
  ])('%s goes to %s', (key, trade) => {
    expect(responsibleOffice(key)).toBe(trade);
  });

  it('tells component and event of the same digits apart', () => {
    expect(responsibleOffice('gbt30428.2-2013:component:0113')).not.toBe(
      responsibleOffice('gbt30428.2-2013:event:0113'),
    );
  });

  it('gives an extension of a known class to its class, anything else to the subdistrict', () => {
    expect(responsibleOffice('gbt30428.2-2013:component:0499')).toBe('greening');
    expect(responsibleOffice('gbt30428.2-2013:event:01/080')).toBe('enforcement');
    expect(responsibleOffice('gbt30428.2-2013:event:2101')).toBe('subdistrict');
    expect(responsibleOffice('boston311:event:Street Lights/Outage')).toBe('subdistrict');
    expect(responsibleOffice('nonsense')).toBe('subdistrict');
  });
});

describe('suggestDepartment', () => {
  it('names the district office of the trade', () => {
    expect(suggestDepartment(departments, burstMain, sites)?.code).toBe('water-1');
  });

  it('names the office of the very subdistrict', () => {
    expect(suggestDepartment(departments, 'gbt30428.2-2013:event:0410', sites)?.code).toBe('street-2');
  });

  it('falls back to the subdistrict, then to the command centre', () => {
    const key = 'gbt30428.2-2013:component:0137';
    expect(suggestDepartment(departments, key, sites)?.code).toBe('street-2');
    expect(suggestDepartment(departments, key, { ...sites, subdistrictCode: null })?.code).toBe('centre-1');
  });

  it('names none outside the known districts', () => {
    expect(suggestDepartment(departments, burstMain, { districtCode: null, subdistrictCode: null })).toBeNull();
    expect(suggestDepartment(departments, burstMain, { districtCode: '120199', subdistrictCode: null })).toBeNull();
  });
});
