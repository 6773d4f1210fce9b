import type { BilingualName } from '#domain/category/category.ts';
import type { Department, DepartmentKind, Trade } from '#domain/department/department.ts';

/** A district as the generator needs it: GB/T 2260 code and name, e.g. 120101 和平区 / Heping. */
export type NamedDistrict = { readonly code: string; readonly name: BilingualName };

/** A subdistrict, town, township or zone: 9-digit code and name, e.g. 120101001 劝业场街道. */
export type NamedSubdistrict = NamedDistrict & { readonly districtCode: string };

type Office = { readonly trade: Trade; readonly kind: DepartmentKind; readonly name: BilingualName };

/** The offices of every district, with made-up general names: no real office, no real person. */
const DISTRICT_OFFICES: readonly Office[] = [
  { trade: 'sanitation', kind: 'dispose', name: { zh: '环卫中心', en: 'Sanitation Centre' } },
  { trade: 'drainage', kind: 'maintain', name: { zh: '排水管理所', en: 'Drainage Office' } },
  { trade: 'enforcement', kind: 'dispose', name: { zh: '综合执法支队', en: 'Urban Enforcement' } },
  { trade: 'greening', kind: 'maintain', name: { zh: '园林绿化所', en: 'Parks & Greening' } },
  { trade: 'roads', kind: 'maintain', name: { zh: '道路桥梁养护所', en: 'Roads & Bridges' } },
  { trade: 'lighting', kind: 'maintain', name: { zh: '路灯管理所', en: 'Street Lighting' } },
  { trade: 'water', kind: 'maintain', name: { zh: '供水抢修队', en: 'Water Supply' } },
  { trade: 'traffic', kind: 'maintain', name: { zh: '交通设施队', en: 'Traffic Facilities' } },
  { trade: 'utilities', kind: 'owner', name: { zh: '公用事业服务中心', en: 'Utilities Centre' } },
];

/**
 * The demonstration's departments for the places given: the city's command centre, one for each district with its nine
 * offices below it, and one office for each subdistrict. Codes are stable: place code and trade, e.g.
 * `120101-drainage`, `120101001-subdistrict`.
 */
export function departmentRows(
  cityCode: string,
  districts: readonly NamedDistrict[],
  subdistricts: readonly NamedSubdistrict[],
): readonly Department[] {
  return [
    cityCentre(cityCode),
    ...districts.flatMap((one) => districtDepartments(cityCode, one)),
    ...subdistricts.map(subdistrictOffice),
  ];
}

/** The code that `departmentRows` gives to the department of a trade at a place. */
export function departmentCode(placeCode: string, trade: Trade): string {
  return `${placeCode}-${trade}`;
}

function cityCentre(cityCode: string): Department {
  return {
    code: departmentCode(cityCode, 'command'),
    districtCode: null,
    subdistrictCode: null,
    parentCode: null,
    kind: 'supervise',
    trade: 'command',
    name: { zh: '市监督指挥中心', en: 'City Command Centre' },
  };
}

function districtDepartments(cityCode: string, district: NamedDistrict): Department[] {
  const centre: Department = {
    code: departmentCode(district.code, 'command'),
    districtCode: district.code,
    subdistrictCode: null,
    parentCode: departmentCode(cityCode, 'command'),
    kind: 'supervise',
    trade: 'command',
    name: { zh: `${district.name.zh}监督指挥中心`, en: `${district.name.en} Command Centre` },
  };
  const offices = DISTRICT_OFFICES.map(({ trade, kind, name }) => ({
    code: departmentCode(district.code, trade),
    districtCode: district.code,
    subdistrictCode: null,
    parentCode: centre.code,
    kind,
    trade,
    name: { zh: district.name.zh + name.zh, en: `${district.name.en} ${name.en}` },
  }));
  return [centre, ...offices];
}

function subdistrictOffice({ code, districtCode, name }: NamedSubdistrict): Department {
  return {
    code: departmentCode(code, 'subdistrict'),
    districtCode,
    subdistrictCode: code,
    parentCode: departmentCode(districtCode, 'command'),
    kind: 'dispose',
    trade: 'subdistrict',
    name: { zh: name.zh + officeSuffix(name.zh), en: `${name.en} Office` },
  };
}

/** What the office of a place is called: 街道办事处, 镇政府, 乡政府; zones and farms have a 管理办公室. */
function officeSuffix(placeName: string): string {
  if (placeName.endsWith('街道')) return '办事处';
  if (placeName.endsWith('镇') || placeName.endsWith('乡')) return '政府';
  return '管理办公室';
}
