import { InMemoryEventStore } from '@parley/event-store';
import type { Clock, Instant, PartyCode } from '@parley/kernel';
import { OtherServices } from '../history/case-record.fixture';
import { docketPlace } from './docket-log';

const clock: Clock = { now: () => '2025-12-30T08:00:00.000Z' as Instant };
const parties = { complainant: 'CN' as PartyCode, respondent: 'US' as PartyCode };
const allocated = (caseId: string) => ({ type: 'DocketNumberAllocated', data: { caseId } });

let store: InMemoryEventStore;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock });
  await new OtherServices(store).record('intake.case-c1', {
    type: 'GrievanceFiled',
    occurredAt: '2025-12-29T08:00:00.000Z' as Instant,
  });
});

describe('the place of a case in the docket', () => {
  it('follows from its number', async () => {
    expect(await docketPlace(store, 'c1', { docketNumber: 'CN-2026-0012', parties })).toEqual({
      stream: 'intake.docket-CN-2026',
      only: 11,
    });
  });

  it('is found in the record before the number is known, in the year of the filing or the next', async () => {
    await new OtherServices(store).record('intake.docket-CN-2026', allocated('other'), allocated('c1'));
    expect(await docketPlace(store, 'c1', { docketNumber: null, parties })).toEqual({
      stream: 'intake.docket-CN-2026',
      only: 1,
    });
  });

  it('is none for a case without a number', async () => {
    await new OtherServices(store).record('intake.docket-CN-2025', allocated('other'));
    expect(await docketPlace(store, 'c1', { docketNumber: null, parties })).toBeUndefined();
  });
});
