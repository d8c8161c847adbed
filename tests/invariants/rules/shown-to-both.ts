import type { RecordedEvent } from '@parley/event-store';
import type { CaseHistory } from '../../simulation/history/case-history';
import { placeOf } from './moment';

const READ_BY_PANEL_AND_BOTH_SIDES: readonly string[] = ['PUBLIC', 'PANEL'];

/**
 * True when an exhibit had stood, before something was recorded, at a tier that the panel and both sides read, or in a
 * public version.
 */
export const shownToBoth = ({ evidence }: CaseHistory, number: string, before: RecordedEvent): boolean =>
  evidence.some(({ recorded, after }) => {
    const exhibit = placeOf(recorded) < placeOf(before) ? after.exhibits.get(number) : undefined;
    return (
      exhibit !== undefined && (READ_BY_PANEL_AND_BOTH_SIDES.includes(exhibit.tier) || exhibit.publicVersion !== null)
    );
  });
