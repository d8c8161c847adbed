import { findings, type Finding } from './finding';

/** The work in the background, as the operator is shown it. */
export interface Operations {
  readonly projections: readonly {
    readonly service: string;
    readonly name: string;
    readonly state: string;
    readonly caughtUp: boolean;
  }[];
  readonly overdue: readonly { readonly service: string; readonly caseId: string; readonly deadline: string }[];
  readonly parked: readonly {
    readonly service: string;
    readonly consumer: string;
    readonly key: string;
    readonly reason: string | null;
  }[];
}

/** True for a record that strangers put into a topic. It is parked under its place there, and is meant to stay. */
export const isStrangers = ({ key }: Pick<Operations['parked'][number], 'key'>): boolean => /\/\d+\/\d+$/.test(key);

/** Nothing lags, nothing of ours is parked, nothing is overdue. */
export const checkOperations = ({ projections, overdue, parked }: Operations): readonly Finding[] =>
  findings('operations', [
    ...projections
      .filter(({ caughtUp }) => !caughtUp)
      .map(({ service, name, state }) => `the read model ${name} of ${service} lags (${state})`),
    ...overdue.map(({ service, caseId, deadline }) => `${deadline} of ${caseId} is overdue in ${service}`),
    ...parked
      .filter((message) => !isStrangers(message))
      .map(
        ({ service, consumer, key, reason }) =>
          `${key} is parked by ${consumer} of ${service}: ${reason ?? 'behind another'}`,
      ),
  ]);
