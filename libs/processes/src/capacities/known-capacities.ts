import { caseOfStream, categoryOf, type Capacities, type StreamName } from '@parley/event-store';
import type { Capacity, PartyCode, PersonId, Role } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';

/**
 * Who acts in cases as what, from a service's own table and from what the others told. Both are late by a moment. Two
 * acts in one stream are held apart by the stream itself (see `handleCommand`).
 */
export class KnownCapacities implements Capacities {
  readonly #schema: string;

  /** @param categories whose streams are each of one case */
  constructor(
    private readonly database: DataSource,
    private readonly categories: readonly string[],
  ) {
    this.#schema = quoteName(schemaOf(database.manager));
  }

  caseOf(stream: StreamName): string | undefined {
    return this.categories.includes(categoryOf(stream)) ? caseOfStream(stream) : undefined;
  }

  async of(caseId: string, person: PersonId): Promise<Capacity | undefined> {
    const [first]: { role: Role; party: PartyCode | null }[] = await this.database.query(
      `SELECT role, party FROM (
         SELECT role, party, since FROM ${this.#schema}.capacities WHERE case_id = $1 AND person_id = $2
         UNION ALL
         SELECT actor_role, actor_party, recorded_at FROM ${this.#schema}.facts WHERE subject = $1 AND actor_id = $2
       ) AS acts ORDER BY since LIMIT 1`,
      [caseId, person],
    );
    return first;
  }
}
