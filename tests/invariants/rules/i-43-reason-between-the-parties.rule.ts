import type { Rule } from './rule';

/** Why a party withdrew stands in one event that the parties read, in no other event, and is told to nobody. */
export const reasonBetweenTheParties: Rule = {
  invariant: 'I-43',
  check: ({ cases, log }) =>
    cases.flatMap(({ intake, told }) =>
      intake.flatMap(({ event }) => {
        if (event.type !== 'WithdrawalReasonGiven') return [];
        const { en, 'zh-Hans': zh } = event.data.reason;
        const holds = (bytes: Uint8Array) => [en, zh].some((words) => Buffer.from(bytes).includes(words));
        return [
          ...(event.tier === 'PARTIES' ? [] : [`a reason is read by ${event.tier}`]),
          ...log
            .filter(({ type, payload }) => type !== event.type && holds(payload))
            .map(({ stream, type }) => `a reason stands in ${type} of ${stream}`),
          ...told.filter(({ data }) => holds(data)).map(({ type }) => `a reason is told in ${type}`),
        ];
      }),
    ),
};
