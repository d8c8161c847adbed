import { knownFrom, type PartyName } from '@parley/contracts';
import type { Consumption, Facts, Feed, Inbox, PublicEvent } from '@parley/messaging';
import { CONTEXTS, heardFrom, takingOfAudit } from './docket.hears';
import { OF_NO_CASE } from './docket-deadlines.rules';
import type { DocketLog } from './docket-log';

const GROUP = 'docket';

export interface Hearing {
  readonly facts: Facts;
  readonly log: DocketLog;
  readonly nameOf: PartyName;
}

/**
 * Takes in a message: it is kept among the facts of its case, and once the case is registered it goes onto the docket.
 * What is not registered may not stand there, so its public facts wait, and the registration brings them with it. It
 * goes first itself, whoever heard it: a crash, or another process, may stand between its hearing and its entry. A fact
 * that concerns no case goes onto the docket at once.
 * @throws when it could not be taken in now; the feed brings it again
 */
export async function hearMessage({ facts, log, nameOf }: Hearing, event: PublicEvent): Promise<void> {
  const message = heardFrom(event, nameOf);
  if (message === undefined) return;
  if (message.outsideCases && message.fact) return log.enter(message.fact, OF_NO_CASE);
  await facts.keep(event);
  const told = await facts.of(event.subject);
  const known = knownFrom(takingOfAudit, told);
  const { docketNumber } = known.view;
  if (docketNumber === null) return;
  const registration = told.filter(({ id }) => known.facts.includes(id));
  for (const each of [...registration, ...(message.registers ? told : [event])]) {
    const fact = heardFrom(each, nameOf)?.fact;
    if (fact) await log.enter(fact, docketNumber, known.facts);
  }
}

export interface DocketFeedOptions extends Hearing {
  readonly feed: Feed;
  readonly signal: AbortSignal;
}

/** Listens to every context in one group. */
export const consumeForDocket = (options: DocketFeedOptions): Consumption =>
  options.feed.consume({
    contexts: CONTEXTS,
    group: GROUP,
    signal: options.signal,
    handle: (event, inbox) => handlePublicEvent(options, event, inbox),
  });

/** Takes a delivery in, once however often it comes. */
export async function handlePublicEvent(hearing: Hearing, event: PublicEvent, inbox: Inbox): Promise<void> {
  if (heardFrom(event, hearing.nameOf) !== undefined) await inbox.answer(event.id, () => hearMessage(hearing, event));
}
