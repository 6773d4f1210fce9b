export type AlertLaneOptions = {
  /** How many groups a page shows. */
  rows: number;
};
