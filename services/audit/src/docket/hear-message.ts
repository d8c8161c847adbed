import { knownFrom, unlessUnreadable, type PartyName } from '@parley/contracts';
import type { MessageReaction, ServiceProcess } from '@parley/processes';
import type { Facts, PublicEvent } from '@parley/messaging';
import { CONTEXTS, heardFrom, isForTheDocket, takingOfAudit } from './docket.hears';
import { OF_NO_CASE, type PublicFact } from './docket-deadlines.rules';
import type { DocketLog } from './docket-log';

export interface DocketHearing {
  readonly facts: Facts;
  readonly log: DocketLog;
  readonly nameOf: PartyName;
}

/**
 * Takes in a message that is kept among the facts of its case. Once the case is registered, the message goes onto the
 * docket. The docket may not show a case before its registration, so the case's public facts wait, and the registration
 * brings them with it. The registration is entered before any other fact, even if it was heard before: a crash, or
 * another process, may have come between its hearing and its entry. A fact that concerns no case goes onto the docket
 * at once.
 * @throws when the message could not be taken in now; it is tried again
 */
export async function hearMessage({ facts, log, nameOf }: DocketHearing, event: PublicEvent): Promise<void> {
  const message = heardFrom(event, nameOf);
  if (message === undefined) return;
  if (message.outsideCases && message.fact) return log.enter(message.fact, OF_NO_CASE);
  const told = await facts.of(event.subject);
  const known = knownFrom(takingOfAudit, told);
  const { docketNumber } = known.view;
  if (docketNumber === null) return;
  const registration = told.filter(({ id }) => known.facts.includes(id) && !log.hasRegistration(id));
  for (const each of [...registration, ...(message.registers ? told : [])]) {
    const fact = entryOf(each, nameOf);
    if (fact) await log.enter(fact, docketNumber, known.facts);
  }
  if (message.fact && !message.registers) await log.enter(message.fact, docketNumber, known.facts);
}

/** What the docket is to say of a fact; `null` for one that is not public, or that cannot be read. */
const entryOf = (fact: PublicEvent, nameOf: PartyName): PublicFact | null =>
  unlessUnreadable(() => heardFrom(fact, nameOf)?.fact) ?? null;

/**
 * What the audit does by itself: it listens to every context.
 * @param others what messages call for besides the docket
 */
export const docketProcess = (hearing: DocketHearing, others: readonly MessageReaction[] = []): ServiceProcess => ({
  hears: {
    contexts: CONTEXTS,
    reactions: [
      {
        name: 'docket',
        concerns: isForTheDocket,
        answer: (event) => hearMessage(hearing, event),
      },
      ...others,
    ],
  },
  reactions: [],
});
