import { measureKeys, numeralsOf } from '@parley/procedure';
import type { Grievance } from './filing/file-grievance.rules';

/** What a line of the list of cases says of all that was ever complained of, each a list as JSON. */
export interface ComplainedOf {
  readonly measures: string;
  readonly measure_numbers: string;
  readonly agreements: string;
}

export const NOTHING: ComplainedOf = { measures: '[]', measure_numbers: '[]', agreements: '[]' };

/** What is known already, with what a grievance adds. */
export const complainedOf = (known: ComplainedOf, { measures, claims }: Grievance): ComplainedOf => ({
  measures: withMore(known.measures, measures.flatMap(measureKeys)),
  measure_numbers: withMore(
    known.measure_numbers,
    measures.map(({ number }) => numeralsOf(number)),
  ),
  agreements: withMore(
    known.agreements,
    claims.map(({ agreement }) => agreement),
  ),
});

/** What is known as JSON, and what is new. */
function withMore(known: string, more: readonly unknown[]): string {
  const all = [...(JSON.parse(known) as unknown[]), ...more].map((each) => JSON.stringify(each));
  return `[${[...new Set(all)].join(',')}]`;
}

/** What is known with one more number of a measure, by which the case is found from then on, too. */
export const withNumber = (known: ComplainedOf, number: string): Pick<ComplainedOf, 'measure_numbers'> => ({
  measure_numbers: withMore(known.measure_numbers, [numeralsOf(number)]),
});
