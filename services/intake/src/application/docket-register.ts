import {
  commandIdOf,
  encodePayload,
  eventIdOf,
  foldRecorded,
  JSON_CONTENT,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import {
  docketDecider,
  type AllocateDocketNumber,
  type Docket,
  type DocketNumberAllocated,
} from '../domain/registration/docket';
import { docketStream } from './streams';

/** So many lost races in a row mean that somebody else allocates without an end. */
const ATTEMPTS = 16;

interface Known {
  readonly docket: Docket;
  /** -1 before the first number. */
  readonly revision: number;
}

/**
 * Gives docket numbers. A year's docket only grows, so what was read of it is kept and only what is new is read again:
 * a number costs the same at the end of a year as at its beginning.
 */
export class DocketRegister {
  readonly #known = new Map<StreamName, Known>();

  constructor(private readonly store: EventStore) {}

  /**
   * The docket number of a case, given now or before: asking twice gives the same one (I-27).
   * @throws when others kept winning; nothing was written then
   */
  async numberFor(command: AllocateDocketNumber, because: RecordedEvent): Promise<string> {
    const stream = docketStream(command.party, command.year);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const known = await this.#catchUp(stream);
      const given = known.docket.get(command.caseId);
      if (given !== undefined) return given;
      const decision = docketDecider.decide(command, known.docket);
      if (decision.kind === 'refused')
        throw new Error(`no docket number for case ${command.caseId}: ${decision.reason.code}`);
      await this.#append(stream, known.revision, decision.events, because);
    }
    throw new Error(`the docket ${stream} is contended`);
  }

  async #catchUp(stream: StreamName): Promise<Known> {
    const { docket, revision } = this.#known.get(stream) ?? { docket: docketDecider.initial, revision: -1 };
    const news = await this.store.read(stream, { from: revision + 1 });
    const known = {
      docket: foldRecorded({ ...docketDecider, initial: docket }, news),
      revision: revision + news.length,
    };
    this.#known.set(stream, known);
    return known;
  }

  async #append(
    stream: StreamName,
    revision: number,
    events: readonly DocketNumberAllocated[],
    because: RecordedEvent,
  ): Promise<void> {
    const commandId = commandIdOf('registration', 'allocate', because.eventId);
    const written = events.map((event, index) => ({
      eventId: eventIdOf(commandId, index),
      type: event.type,
      schemaVersion: 1,
      occurredAt: event.occurredAt,
      actor: { kind: 'system', process: 'registration' } as const,
      delegation: null,
      cause: { kind: 'event', id: because.eventId } as const,
      rule: event.rule,
      ruleSetVersion: because.ruleSetVersion,
      tier: event.tier,
      contentType: JSON_CONTENT,
      sealing: null,
      payload: encodePayload(event.data),
    }));
    await this.store.append(stream, revision < 0 ? 'no-stream' : revision, written, { commandId });
  }
}
