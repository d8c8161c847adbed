import { categoryOf } from '@parley/event-store';
import { latestOf, type History } from '../../simulation/history/case-history';
import type { Rule } from './rule';

const CHANNEL = 'intake.withoutprejudice';

/**
 * A statement without prejudice stands in its channel alone, and is told to nobody, until both parties have consented.
 * A joint proposal of the co-heads is told to nobody either, nor what conciliators propose.
 */
export const withoutPrejudiceStaysThere: Rule = {
  invariant: 'I-45',
  check: ({ cases, log }) => [
    ...proposalsElsewhere({ cases, log }),
    ...cases.flatMap(({ channel, told }) => {
      const statements = latestOf(channel) ?? [];
      // Where the same words were said twice and one statement was released, the words are public.
      const open = statements
        .filter(({ releasedAt }) => releasedAt !== null)
        .flatMap(({ text }) => text.map((each) => each.text));
      return statements.flatMap(({ id, text, consents, releasedAt }) => {
        const said = text.map((each) => each.text).filter((words) => !open.includes(words));
        const both = new Set(consents.map(({ party }) => party)).size === 2;
        if (releasedAt !== null) return both ? [] : [`${id} was released without both consents`];
        const holds = (bytes: Uint8Array) => said.some((words) => Buffer.from(bytes).includes(words));
        const kept = log
          .filter(({ stream, payload }) => categoryOf(stream) !== CHANNEL && holds(payload))
          .map(({ stream, type }) => `${id} stands in ${type} of ${stream}`);
        return [...kept, ...told.filter(({ data }) => holds(data)).map(({ type }) => `${id} is told in ${type}`)];
      });
    }),
  ],
};

/** The words of a proposal stand in the event that puts it to the desks, and are told to nobody else. */
const proposalsElsewhere = ({ cases, log }: Pick<History, 'cases' | 'log'>): readonly string[] =>
  cases.flatMap(({ intake, settlement, told }) =>
    [...intake, ...settlement].flatMap(({ event }) => {
      if (event.type !== 'JointProposalServed' && event.type !== 'ConciliatorsProposalServed') return [];
      const words: readonly string[] =
        event.type === 'JointProposalServed'
          ? [event.data.text.en, event.data.text['zh-Hans']]
          : event.data.text.map(({ text }) => text);
      const holds = (bytes: Uint8Array) => words.some((each) => Buffer.from(bytes).includes(each));
      return [
        ...(event.tier === 'DESKS' ? [] : [`a proposal is read by ${event.tier}`]),
        ...log
          .filter(({ type, payload }) => type !== event.type && holds(payload))
          .map(({ stream, type }) => `a proposal stands in ${type} of ${stream}`),
        ...told.filter(({ data }) => holds(data)).map(({ type }) => `a proposal is told in ${type}`),
      ];
    }),
  );
