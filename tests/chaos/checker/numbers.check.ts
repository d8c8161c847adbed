import { findings, type Finding } from './finding';

/** An entry of the public log. */
export interface PublicEntry {
  readonly serial: number;
  readonly kind: string;
  readonly docketNumber: string;
  readonly caseId: string;
}

/** A case as the registry's list shows it. */
export interface ListedCase {
  readonly id: string;
  readonly docketNumber: string | null;
}

/**
 * Numbers once given are used, without a gap: serials of the public log, docket numbers of each party and year (I-27,
 * I-63).
 */
export function checkNumbers(log: readonly PublicEntry[], cases: readonly ListedCase[]): readonly Finding[] {
  const numbers = cases.flatMap(({ docketNumber }) => docketNumber ?? []);
  const registered = log.filter(({ kind }) => kind === 'case-registered').map(({ docketNumber }) => docketNumber);
  return findings('numbers', [
    ...log.flatMap(({ serial }, index) =>
      serial === index + 1 ? [] : [`entry ${String(index + 1)} of the public log has the serial ${String(serial)}`],
    ),
    ...[...Map.groupBy(numbers, (number) => number.slice(0, number.lastIndexOf('-')))].flatMap(([series, given]) =>
      gapsIn(series, given),
    ),
    ...without(numbers, registered, 'is a case’s, and nobody entered it in the public log'),
    ...without(registered, numbers, 'is in the public log, and no case has it'),
    ...twice(registered).map((number) => `${number} was registered twice in the public log`),
  ]);
}

function gapsIn(series: string, given: readonly string[]): readonly string[] {
  const serials = given.map((number) => Number(number.slice(series.length + 1))).toSorted((a, b) => a - b);
  return serials
    .flatMap((serial, index) =>
      serial === index + 1 ? [] : [`place ${String(index + 1)} of ${series} has the number ${String(serial)}`],
    )
    .slice(0, 1);
}

const without = (all: readonly string[], others: readonly string[], what: string): readonly string[] => {
  const known = new Set(others);
  return all.filter((one) => !known.has(one)).map((one) => `${one} ${what}`);
};

const twice = (all: readonly string[]): readonly string[] => all.filter((one, index) => all.indexOf(one) !== index);
