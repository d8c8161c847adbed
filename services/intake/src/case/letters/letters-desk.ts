import {
  eventIdOf,
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StreamName,
} from '@parley/event-store';
import type { CaseId, CaseParties } from '@parley/kernel';
import { letterDecider, type Letter, type SendLetter } from './letters.rules';
import { earlierRegistryLettersStream, lettersStream, registryLettersStream } from '../case-desk';

/**
 * Letters of the parties. What a side writes to the registry alone stands in a stream of its own, which nothing else is
 * made of: its revision, which the side is told, counts no letter of the other (I-43).
 */
export class LettersDesk {
  constructor(private readonly store: EventStore) {}

  async act(command: SendLetter, context: CommandContext): Promise<CommandOutcome<readonly Letter[]>> {
    const { caseId, party, parties, addressing } = command;
    const stream =
      addressing === 'registry' && party !== null ? registryLettersStream(caseId, party) : lettersStream(caseId);
    const others = streamsOf(caseId, parties).filter((other) => other !== stream);
    // To whom it is addressed is of the body: the same key with other addressees is another letter under a used key.
    if (await this.isDoneIn(others, context)) return { kind: 'key-reused' };
    return handleCommand(this.store, letterDecider, stream, command, context);
  }

  /** All letters of a case, whoever may read them, the first one first. */
  async all(caseId: CaseId, parties: CaseParties): Promise<readonly Letter[]> {
    const letters = await Promise.all(
      streamsOf(caseId, parties).map((stream) => readState(this.store, letterDecider, stream)),
    );
    return letters
      .flatMap(({ state }) => state)
      .toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : one.sentAt > other.sentAt ? 1 : 0));
  }

  private async isDoneIn(streams: readonly StreamName[], { commandId }: CommandContext): Promise<boolean> {
    const eventId = eventIdOf(commandId, 0);
    const histories = await Promise.all(streams.map((stream) => this.store.read(stream)));
    return histories.some((events) => events.some((event) => event.eventId === eventId));
  }
}

const streamsOf = (caseId: CaseId, { complainant, respondent }: CaseParties): readonly StreamName[] => [
  lettersStream(caseId),
  ...[complainant, respondent].map((party) => registryLettersStream(caseId, party)),
  earlierRegistryLettersStream(caseId),
];
