/** The number that a part of an address is; 0, which nothing has, where it is none. */
export const ordinalOf = (text: string): number => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0);
