import { handleCommand, readState, type CommandContext, type CommandOutcome, type EventStore } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { Letter, SendLetter } from '../domain/letters/letter';
import { letterDecider } from '../domain/letters/letter.decider';
import { lettersStream, registryLettersStream } from './streams';

/** Letters of the parties. What is for the registry alone stands in a stream of its own, which nothing else is made of. */
export class LettersDesk {
  constructor(private readonly store: EventStore) {}

  act(command: SendLetter, context: CommandContext): Promise<CommandOutcome<readonly Letter[]>> {
    const stream = command.addressing === 'registry' ? registryLettersStream(command.caseId) : lettersStream(command.caseId);
    return handleCommand(this.store, letterDecider, stream, command, context);
  }

  /** All letters of a case, whoever may read them, the first one first. */
  async all(caseId: CaseId): Promise<readonly Letter[]> {
    const [open, forRegistry] = await Promise.all([lettersStream(caseId), registryLettersStream(caseId)].map((stream) => readState(this.store, letterDecider, stream)));
    return [...(open?.state ?? []), ...(forRegistry?.state ?? [])].toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : one.sentAt > other.sentAt ? 1 : 0));
  }
}
