/** The part of lunar-javascript that the computed Chinese holidays need; the package brings no types. */
declare module 'lunar-javascript' {
  interface SolarDay {
    toYmd(): string;
  }
  interface LunarDay {
    getSolar(): SolarDay;
    getJieQiTable(): Readonly<Record<string, SolarDay>>;
  }
  export const Lunar: { fromYmd(year: number, month: number, day: number): LunarDay };
}
