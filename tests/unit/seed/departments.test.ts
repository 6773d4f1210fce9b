import { describe, expect, it } from 'vitest';
import { suggestDepartment } from '#domain/department/responsible-office.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { departmentCode, departmentRows } from '#seed/departments/departments.ts';

const districts = [
  { code: '120101', name: { zh: '和平区', en: 'Heping' } },
  { code: '120116', name: { zh: '滨海新区', en: 'Binhai' } },
];
const subdistricts = [
  { code: '120101001', districtCode: '120101', name: { zh: '劝业场街道', en: 'Quanyechang Subdistrict' } },
  { code: '120116100', districtCode: '120116', name: { zh: '新城镇', en: 'Xincheng Town' } },
  { code: '120116406', districtCode: '120116', name: { zh: '中新天津生态城', en: 'Eco-City' } },
];
const rows = departmentRows('120000', districts, subdistricts);
const nameOf = (code: string) => rows.find((row) => row.code === code)?.name;

describe('demonstration departments', () => {
  it('are a city centre, ten a district and one a subdistrict', () => {
    expect(rows).toHaveLength(1 + 2 * 10 + 3);
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  });

  it('form one tree below the city', () => {
    const codes = new Set(rows.map((row) => row.code));
    const roots = rows.filter((row) => row.parentCode === null);
    expect(roots.map((row) => row.code)).toEqual(['120000-command']);
    expect(rows.every((row) => row.parentCode === null || codes.has(row.parentCode))).toBe(true);
  });

  it('are named in both languages after their place', () => {
    expect(nameOf('120101-drainage')).toEqual({ zh: '和平区排水管理所', en: 'Heping Drainage Office' });
    expect(nameOf('120101001-subdistrict')?.zh).toBe('劝业场街道办事处');
    expect(nameOf('120116100-subdistrict')?.zh).toBe('新城镇政府');
    expect(nameOf('120116406-subdistrict')).toEqual({ zh: '中新天津生态城管理办公室', en: 'Eco-City Office' });
    expect(rows.every((row) => row.name.zh !== '' && row.name.en !== '')).toBe(true);
  });

  it('answer for every category of the catalogue, and never the command centre', () => {
    const place = { districtCode: '120101', subdistrictCode: '120101001' };
    for (const { key } of categoryRows()) {
      const department = suggestDepartment(rows, key, place);
      expect(department?.trade, key).not.toBe('command');
      expect(department?.districtCode, key).toBe('120101');
    }
    const burstMain = suggestDepartment(rows, 'gbt30428.2-2013:event:0501', place);
    expect(burstMain?.code).toBe(departmentCode('120101', 'water'));
  });
});
