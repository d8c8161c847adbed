/** Most measures and most claims of one case. More would be several disputes. It also has to fit in one event. */
export const [MOST_MEASURES, MOST_CLAIMS] = [100, 500] as const;
/**
 * Most codes of goods of one measure: so many that those of all measures are checked in a tenth of a second. A longer
 * list is named by its headings.
 */
export const MOST_GOODS = 100;
