import {
  allKnownTo,
  commandIdOf,
  encodePayload,
  eventIdOf,
  foldRecorded,
  JSON_CONTENT,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import {
  docketDecider,
  registeredSince,
  type AllocateDocketNumber,
  type Docket,
  type DocketNumberAllocated,
  type DocketPlace,
} from './registration.rules';
import { docketStream } from '../../streams';

/** So many lost races in a row mean that somebody else allocates without an end. */
const ATTEMPTS = 16;

interface Known {
  readonly docket: Docket;
  /** -1 before the first number. */
  readonly revision: number;
}

/** What is asked for. The register looks itself at the docket of the year before. */
type AskedNumber = Omit<AllocateDocketNumber, 'underLastYear'>;

interface Asked {
  readonly command: AskedNumber;
  readonly because: RecordedEvent;
  readonly resolve: (place: DocketPlace) => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * Gives docket numbers. A year's docket only grows, so what was read is kept and only the rest is read again. A number
 * costs the same at the end of a year as at its beginning. Requests that come while numbers are being given get theirs
 * with the next append, in their order, so that many cases at once do not race each other.
 */
export class DocketRegister {
  readonly #known = new Map<StreamName, Known>();
  readonly #asked = new Map<StreamName, Asked[]>();

  constructor(private readonly store: EventStore) {}

  /**
   * The docket number of a case, given now or earlier, and the party's cases that were registered within the rules'
   * days then. Asking twice gives the same (I-27).
   * @throws when others kept winning; nothing was written then
   */
  numberFor(command: AskedNumber, because: RecordedEvent): Promise<DocketPlace> {
    const stream = docketStream(command.party, command.year);
    return new Promise((resolve, reject) => {
      const asked = { command, because, resolve, reject };
      const waiting = this.#asked.get(stream);
      if (waiting) waiting.push(asked);
      else void this.#answerAll(stream, [asked]);
    });
  }

  /** The case that was given a docket number; `undefined` where none was. */
  async caseOf(docketNumber: string): Promise<CaseId | undefined> {
    const [party, year] = docketNumber.split('-');
    const { docket } = await this.#catchUp(docketStream(party as PartyCode, Number(year)));
    return [...docket].find(([, place]) => place.docketNumber === docketNumber)?.[0];
  }

  async #answerAll(stream: StreamName, first: readonly Asked[]): Promise<void> {
    for (let together = first; together.length > 0;) {
      this.#asked.set(stream, []);
      await this.#answer(stream, together).catch((failure: unknown) => {
        for (const { reject } of together) reject(failure);
      });
      together = this.#asked.get(stream) ?? [];
    }
    this.#asked.delete(stream);
  }

  async #answer(stream: StreamName, together: readonly Asked[]): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { docket, revision } = await this.#catchUp(stream);
      const open = together.filter(({ command }) => docket.get(command.caseId) === undefined);
      if (open.length === 0) {
        for (const { command, resolve, reject } of together) {
          const given = docket.get(command.caseId);
          if (given === undefined) reject(new Error(`no docket number for case ${command.caseId}`));
          else resolve(given);
        }
        return;
      }
      const before = new Map<CaseId, number>();
      for (const { command } of open) before.set(command.caseId, await this.#underLastYear(command));
      await this.#append(stream, revision, allocated(docket, open, before));
    }
    throw new Error(`the docket ${stream} is contended`);
  }

  /** Few cases are registered so early in a year that the docket of the one before counts. */
  async #underLastYear({ party, year, days: { since } }: AskedNumber): Promise<number> {
    if (Number(since.slice(0, 4)) >= year) return 0;
    const { docket } = await this.#catchUp(docketStream(party, year - 1));
    return registeredSince(docket, since);
  }

  async #catchUp(stream: StreamName): Promise<Known> {
    const { docket, revision } = this.#known.get(stream) ?? { docket: docketDecider.initial, revision: -1 };
    const news = allKnownTo(this.store, await this.store.read(stream, { from: revision + 1 }));
    const known = {
      docket: foldRecorded({ ...docketDecider, initial: docket }, news),
      revision: revision + news.length,
    };
    // Anybody may ask for a docket that there is not.
    if (known.revision >= 0) this.#known.set(stream, known);
    return known;
  }

  async #append(stream: StreamName, revision: number, numbers: readonly Allocated[]): Promise<void> {
    // The same cases give the same id, so repeating the append adds nothing. When other cases ask along with them, the
    // id is another.
    const commandId = commandIdOf('registration', 'allocate', ...numbers.map(({ because }) => because.eventId));
    const written = numbers.map(({ event, because }, index) => ({
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
      facts: [],
      sealing: null,
      payload: encodePayload(event.data),
    }));
    await this.store.append(stream, revision < 0 ? 'no-stream' : revision, written, { commandId });
  }
}

interface Allocated {
  readonly event: DocketNumberAllocated;
  readonly because: RecordedEvent;
}

/** Numbers for the cases that have none yet, in their order. */
function allocated(
  docket: Docket,
  open: readonly Asked[],
  underLastYear: ReadonlyMap<CaseId, number>,
): readonly Allocated[] {
  let known = docket;
  return open.flatMap(({ command, because }) => {
    const earlier = underLastYear.get(command.caseId) ?? 0;
    const decision = docketDecider.decide({ ...command, underLastYear: earlier }, known);
    if (decision.kind === 'refused')
      throw new Error(`no docket number for case ${command.caseId}: ${decision.reason.code}`);
    known = decision.events.reduce(docketDecider.evolve, known);
    return decision.events.map((event) => ({ event, because }));
  });
}
