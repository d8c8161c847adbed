import { InMemoryEventStore, type RecordedEvent } from '@parley/event-store';
import { systemClock } from '@parley/http';
import { knowingKindsOf } from './known-kinds';

describe('the record as a release reads it', () => {
  const { isKnown } = knowingKindsOf(['intake'], new InMemoryEventStore({ clock: systemClock }));
  const knows = (stream: string, type: string): boolean | undefined => isKnown?.({ stream, type } as RecordedEvent);

  it('knows the kinds of its context of which the word book tells, and no other', () => {
    expect(knows('intake.case-1', 'GrievanceFiled')).toBe(true);
    expect(knows('intake.case-1', 'ExhibitAccepted')).toBe(false);
    expect(knows('intake.case-1', 'SomethingNew')).toBe(false);
  });

  it('leaves it to others to know theirs', () => {
    expect([knows('evidence.exhibits-1', 'SomethingNew'), knows('platform.democlock', 'ClockMoved')]).toEqual([
      true,
      true,
    ]);
  });
});
