import type { Caller } from '@parley/access';
import { InMemoryEventStore } from '@parley/event-store';
import type { PartyCode, PersonId, Role } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import { caseIdOf } from '../docket/docket-story.fixture';
import { SetClock } from '../running-audit.fixture';
import { CaseHistory } from './case-history';
import { OtherServices, type Recording } from './case-record.fixture';
import { recordCase, streamsOf } from './case-record-story.fixture';
import { exportLines } from './export-lines';

export const somebody = (personId: string, party: string | null, role: Role): Caller => ({
  kind: 'person',
  personId: personId as PersonId,
  party: party as PartyCode | null,
  roles: [role],
});

/** A case on record, in memory, and its export as anybody is given it. */
export class ExportedCase {
  readonly #clock = new SetClock();
  readonly #store = new InMemoryEventStore({ clock: this.#clock });
  readonly #others = new OtherServices(this.#store);
  readonly caseId = caseIdOf(1);
  readonly streams = streamsOf(this.caseId);

  /** Records the case up to its deliberation, in which a vote was cast. */
  static async of(): Promise<ExportedCase> {
    const exported = new ExportedCase();
    await recordCase({ others: exported.#others, clock: exported.#clock }, exported.caseId, 'CN-2025-0001');
    return exported;
  }

  async record(stream: string, ...recordings: readonly Recording[]): Promise<void> {
    await this.#others.record(stream, ...recordings);
  }

  /** The lines of the export. */
  async for(caller: Caller): Promise<readonly string[]> {
    const { events } = await this.#store.readAll({ limit: 1_000 });
    const facts = { of: () => Promise.resolve(events.flatMap(this.#others.publishes)) } as unknown as Facts;
    const history = await CaseHistory.of({ store: this.#store, facts }, this.caseId, caller);
    if (!history) throw new RangeError('there is no such case for this caller');
    const lines: string[] = [];
    for await (const line of exportLines(history)) lines.push(line);
    return lines;
  }
}
