import type { RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { exhibitIn } from '../../../services/panel-review/src/panel/panel.hears';
import type { CaseHistory } from '../../simulation/history/case-history';
import { placeOf } from './moment';

const READ_BY_PANEL_AND_BOTH_SIDES: readonly string[] = ['PUBLIC', 'PANEL'];

/**
 * True when an exhibit had stood, before something was recorded, at a tier that the panel and both sides read, or in a
 * public version.
 */
export const shownToBoth = (each: CaseHistory, number: string, before: RecordedEvent): boolean =>
  shownWhile(each, number, (recorded) => placeOf(recorded) < placeOf(before));

/** Since when an exhibit has stood so; `undefined` when it never did. */
export const shownSince = ({ evidence }: CaseHistory, number: string): Instant | undefined =>
  evidence.find((step) => isShownIn(step, number))?.event.occurredAt;

const shownWhile = ({ evidence }: CaseHistory, number: string, by: (recorded: RecordedEvent) => boolean): boolean =>
  evidence.some((step) => by(step.recorded) && isShownIn(step, number));

function isShownIn({ after }: CaseHistory['evidence'][number], number: string): boolean {
  const exhibit = after.exhibits.get(number);
  return (
    exhibit !== undefined && (READ_BY_PANEL_AND_BOTH_SIDES.includes(exhibit.tier) || exhibit.publicVersion !== null)
  );
}

/** Numbers of the exhibits of which a panel was told before they stood so. */
export const heardUnshown = (each: CaseHistory): readonly string[] =>
  each.told.flatMap((message) => {
    const number = exhibitIn(message)?.exhibit;
    const shown = (recorded: RecordedEvent): boolean => recorded.recordedAt <= message.recordedat;
    return number === undefined || shownWhile(each, number, shown) ? [] : [number];
  });
