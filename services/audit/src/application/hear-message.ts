import { handleCommand, streamName, type EventStore, type RulesInForce } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { caseFileDecider } from '../domain/casefile/case-file.decider';
import type { HearMessage } from '../domain/casefile/case-file';
import { OF_NO_CASE } from '../domain/docket/docket-entry';
import type { DocketLog } from './docket-log';

/** The stream in which the audit keeps what it knows of a case. */
export const caseFileStream = (caseId: string) => streamName('audit.case', caseId);

export interface Hearing {
  readonly store: EventStore;
  readonly log: DocketLog;
  readonly ruleSetVersion: RulesInForce;
}

/**
 * Takes in a message: first into the case's own file, which decides in one place whether the case is registered, and
 * then onto the docket. A registration brings with it what waited for it. A crash in between repeats both under the
 * same ids. A fact that concerns no case goes onto the docket at once, and no file is opened for it.
 * @throws when it could not be taken in now; the feed brings it again
 */
export async function hearMessage(
  { store, log, ruleSetVersion }: Hearing,
  message: HearMessage,
  event: PublicEvent,
  commandId: CommandId,
): Promise<void> {
  if (message.outsideCases === true && message.fact) return log.enter(message.fact, OF_NO_CASE);
  const outcome = await handleCommand(store, caseFileDecider, caseFileStream(event.subject), message, {
    commandId,
    cause: { kind: 'event', id: event.id },
    actor: { kind: 'system', process: 'docket' },
    ruleSetVersion,
    opensStream: message.learnings.some(({ kind }) => kind === 'filing'),
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  });
  if (outcome.kind !== 'done')
    throw new Error(`what was heard of case ${event.subject} could not be kept: ${outcome.kind}`);
  const { docketNumber, held } = outcome.state;
  if (docketNumber === null) return;
  const registers = message.learnings.some(({ kind }) => kind === 'registration');
  for (const fact of [...(message.fact ? [message.fact] : []), ...(registers ? held : [])])
    await log.enter(fact, docketNumber);
}
