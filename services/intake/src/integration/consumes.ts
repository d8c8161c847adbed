import { panelReview, told } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import type { NotePanelOutcome } from '../domain/case-commands';

/** Contexts of whose events the intake hears. */
export const HEARS = ['panelreview'] as const;

/** What of the panel's public events ends a screening: findings that are final, or no eligible name left for a seat. */
export function panelOutcomeOf(event: PublicEvent): NotePanelOutcome | undefined {
  if (told(event, panelReview.FindingsIssuedSchema)) return outcome('findings', event);
  if (told(event, panelReview.PanelImpossibleSchema)) return outcome('roster-exhausted', event);
  return undefined;
}

const outcome = (kind: NotePanelOutcome['outcome'], { time, id }: PublicEvent): NotePanelOutcome => ({
  type: 'NotePanelOutcome',
  outcome: kind,
  at: time,
  eventId: id,
});
