export type CategoriesOptions = {
  /** How many categories. */
  rows: number;
};
