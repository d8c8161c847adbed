import {
  domainEventOf,
  eventIdOf,
  OwnRepository,
  type CommandContext,
  type CommandOutcome,
  type RecordedEvent,
  type Recording,
} from '@parley/event-store';
import type { CaseId, CaseParties, PartyCode } from '@parley/kernel';
import { LETTERS_CATEGORY, REGISTRY_LETTERS_CATEGORY } from '../../streams';
import { letterDecider, type Letter, type LetterSent, type SendLetter } from './letters.rules';

/**
 * Letters of the parties. A side's letters to the registry alone are in a stream of their own, from which nothing else
 * is made. The side is told the revision of that stream, which counts no letter of the other side (I-43).
 */
export class Letters {
  readonly #toParties: OwnRepository<string, SendLetter, readonly Letter[]>;
  readonly #toRegistry: OwnRepository<string, SendLetter, readonly Letter[]>;

  constructor(recording: Recording) {
    this.#toParties = new OwnRepository(recording, LETTERS_CATEGORY, letterDecider);
    this.#toRegistry = new OwnRepository(recording, REGISTRY_LETTERS_CATEGORY, letterDecider);
  }

  async act(command: SendLetter, context: CommandContext): Promise<CommandOutcome<readonly Letter[]>> {
    const { caseId, party, parties, addressing } = command;
    const to = addressing === 'registry' && party !== null ? registryLettersOf(caseId, party) : caseId;
    // The addressees are part of the body. The same key with other addressees is another letter under a used key.
    for (const { letters, id } of this.#of(caseId, parties))
      if (id !== to && (await letters.recorded(id)).some(({ eventId }) => eventId === eventIdOf(context.commandId, 0)))
        return { kind: 'key-reused' };
    return (to === caseId ? this.#toParties : this.#toRegistry).act(to, command, context);
  }

  /** All letters of a case, whoever may read them, oldest first. */
  async all(caseId: CaseId, parties: CaseParties): Promise<readonly Letter[]> {
    const all = await Promise.all(this.#of(caseId, parties).map(({ letters, id }) => letters.read(id)));
    return all
      .flatMap(({ state }) => state)
      .toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : one.sentAt > other.sentAt ? 1 : 0));
  }

  /** The events by which letters were sent, oldest first. */
  async recordedOf(
    caseId: CaseId,
    parties: CaseParties,
    letters: readonly Letter[],
  ): Promise<readonly RecordedEvent[]> {
    const ids = new Set(letters.map(({ id }) => id));
    const all = await Promise.all(this.#of(caseId, parties).map((each) => each.letters.recorded(each.id)));
    return all
      .flat()
      .filter((event) => ids.has((domainEventOf(event).data as Partial<LetterSent['data']>).letterId ?? ''))
      .toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0));
  }

  #of(caseId: CaseId, { complainant, respondent }: CaseParties) {
    return [
      { letters: this.#toParties, id: caseId as string },
      ...[complainant, respondent].map((party) => ({
        letters: this.#toRegistry,
        id: registryLettersOf(caseId, party),
      })),
    ];
  }
}

const registryLettersOf = (caseId: CaseId, party: PartyCode): string => `${caseId}-${party}`;
