import { categoryOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { Client } from '../../../support/client';
import { everyItem } from '../../../support/every-item';
import type { History } from '../../history/case-history';
import type { Clients } from './case-told-again';
import { eventsApart } from './events-apart';
import { whatItSays } from './what-it-says';

/** The parts of an event that can be read there. */
type EventShown = Pick<RecordedEvent, 'stream' | 'type' | 'actor' | 'occurredAt' | 'recordedAt' | 'tier'> & {
  readonly payload?: unknown;
};

/**
 * The parts of a case that acts and defaults bring about. In these runs no notice is served, and nobody assigns work.
 */
const CATEGORIES = [
  'intake.case',
  'evidence.exhibits',
  'panelreview.panel',
  'referral.referral',
  'referral.settlement',
  'referral.compliance',
];
/** The tier that an auditor does not read before the findings are released. */
const SEALED = 'DELIBERATION';

/**
 * The simulation packs no pages into a dossier, so only the events there say how many pages there are, and how large.
 */
const PACKED = ['DossierAssembled', 'DossierIssued'];

/** How the history that the complainant's auditor reads there differs from the one of the simulation. */
export async function historyApart(
  clients: Clients,
  caseId: string | undefined,
  { cases, log, playedTo }: History,
): Promise<readonly string[]> {
  const [filed] = cases;
  if (!filed || caseId === undefined) return filed ? ['the case was not filed there'] : [];
  const auditor = clients[`${filed.parties.complainant.toLowerCase()}-auditor`] as Client;
  const there = await everyItem<EventShown>(auditor, `/v1/cases/${caseId}/history?kind=all`);
  const here = log.map((recorded): EventShown => ({ ...recorded, payload: domainEventOf(recorded).data }));
  return CATEGORIES.flatMap((category) => {
    const compared = (events: readonly EventShown[]) =>
      events
        .filter(isOf(category, playedTo))
        .map((event) => ({ ...event, says: whatItSays(PACKED.includes(event.type) ? null : event.payload) }));
    return eventsApart(category, compared(here), compared(there));
  });
}

const isOf =
  (category: string, last: Instant) =>
  ({ stream, tier, recordedAt }: EventShown): boolean =>
    categoryOf(stream) === category && tier !== SEALED && recordedAt <= last;
