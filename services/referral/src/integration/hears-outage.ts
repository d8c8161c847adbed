import { intake, told } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NoteOutage } from '../domain/outage/note-outage';

/** An outage of the system that the intake noted in a case. */
export function outageOf(event: PublicEvent): NoteOutage | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (!outage) return undefined;
  const { outageId, outageFrom, outageTo } = outage;
  return { type: 'NoteOutage', outageId, from: outageFrom as Instant, to: outageTo as Instant, at: event.time };
}
