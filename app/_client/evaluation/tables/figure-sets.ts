import type { Post } from '#domain/indicator/fact.ts';

/** The figures that each table shows: the one that ranks and grades first. Ids of the national list of indicators. */
export const PLACE_FIGURES = ['R15', 'R14', 'B14', 'B25', 'B27', 'X04'] as const;
export const DEPARTMENT_FIGURES = ['S01', 'R12', 'R14', 'R13', 'B21', 'B22', 'B23', 'B24', 'X03'] as const;

export const POST_FIGURES: Readonly<Record<Exclude<Post, 'department'>, readonly string[]>> = {
  collector: ['S02', 'R01', 'R02', 'R03', 'R04', 'B01', 'B02'],
  operator: ['S03', 'R05', 'R06', 'B09', 'B10', 'B12'],
  'duty-officer': ['S04', 'R07', 'R08', 'R09', 'B14', 'B26'],
  dispatcher: ['S05', 'R10', 'R11', 'B17', 'B18', 'B19'],
};
