/** Most measures and most claims of one case. More would be several disputes. It also has to fit in one event. */
export const [MOST_MEASURES, MOST_CLAIMS] = [100, 500] as const;
