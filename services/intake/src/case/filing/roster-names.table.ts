import { panelReview, told, type Taking } from '@parley/contracts';
import type { PartyCode } from '@parley/kernel';
import { quoteName, schemaOf, type PublicEvent } from '@parley/messaging';
import type { EntityManager } from 'typeorm';

/** How many names of a side's roster count. */
export interface RosterNames {
  readonly party: PartyCode;
  readonly names: number;
}

/** What a public event of the panel review says of a roster. */
export function rosterNamesOf(event: PublicEvent): RosterNames | undefined {
  const counted = told(event, panelReview.RosterCountedSchema);
  return counted && { party: counted.side as PartyCode, names: counted.names };
}

/** The latest count of each roster. */
export const takingOfRosters: Taking<RosterNames, Readonly<Record<PartyCode, number>>> = {
  nothing: {},
  take: (fact) => [rosterNamesOf(fact) ?? []].flat(),
  learn: (names, counted) => ({ ...names, [counted.party]: counted.names }),
  says: ({ party }) => [party],
};

/** Writes how many names count on a roster now. */
export const noteRosterNames = (manager: EntityManager, { party, names }: RosterNames): Promise<unknown> =>
  manager.query(
    `INSERT INTO ${quoteName(schemaOf(manager))}.roster_names (party, names) VALUES ($1, $2)
     ON CONFLICT (party) DO UPDATE SET names = excluded.names`,
    [party, names],
  );
