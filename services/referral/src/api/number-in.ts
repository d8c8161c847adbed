/** The number in a path, such as that of a text; 0, which nothing has, for what is no such number. */
export const numberIn = (segment: string): number => (/^[1-9]\d{0,5}$/.test(segment) ? Number(segment) : 0);
