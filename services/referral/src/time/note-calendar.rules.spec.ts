import {
  announceYear,
  calendarArchive,
  clocksOn,
  cnCalendarData,
  publishedCalendars,
  publishedYear,
} from '@parley/procedure';
import { given } from '@parley/testing';
import { agreementDecider } from '../compliance/agreement-decider.rules';
import { decider as agreements, settled } from '../compliance/agreement-story.fixture';
import type { AgreementInForce } from '../compliance/agreement.rules';
import {
  ask,
  at,
  CN,
  decider,
  expire,
  filed,
  lapsed,
  referralIn,
  registered,
  served,
} from '../referral/referral-story.fixture';
import {
  decider as settlements,
  expire as expireSettlement,
  filed as caseFiled,
  propose,
  registered as caseRegistered,
  settlementIn,
} from '../settlement/settlement-story.fixture';
import type { NoteCalendar } from './time.rules';

/** The clocks after China announced late that a day of 2025 is off. */
const without = (dayOff = '') => {
  const year = cnCalendarData.published['2025']!;
  const announced = announceYear(
    cnCalendarData,
    'CN-2026-2',
    2025,
    publishedYear([...year.off, dayOff], year.work, 'spec'),
  );
  return clocksOn(calendarArchive([...publishedCalendars, announced]).current('US', 'CN'));
};
const note = (when: string): NoteCalendar => ({ type: 'NoteCalendar', version: 'CN-2026-2+US-2027-1', at: at(when) });
const MOVED = { changes: [{ kind: 'calendar', calendarVersion: 'CN-2026-2+US-2027-1' }] };

describe('a calendar that the referral notes (I-21)', () => {
  it('moves the time for a dossier, wherever the case keeps it, and the default waits for the new end', () => {
    const asked = given(decider).when(filed, registered, served, lapsed, ask('2025-07-08T09:00:00Z'));
    const [before] = asked.state.status === 'filed' ? Object.values(asked.state.running) : [];
    const noted = given(referralIn(without(before?.dueDate)), asked.events).when(note('2025-07-09T09:00:00Z'));
    const [moved] = noted.state.status === 'filed' ? Object.values(noted.state.running) : [];
    expect(moved).toMatchObject({ firstDueAt: before?.dueAt, ...MOVED });
    expect((moved?.dueAt ?? '') > (before?.dueAt ?? '')).toBe(true);
    expect(noted.state.status === 'filed' && noted.state.dossiers[0]?.deadline.dueAt).toBe(moved?.dueAt);
    expect(noted.when(expire()).events.at(-1)).toMatchObject({
      type: 'DossierSigningClosed',
      occurredAt: moved?.dueAt,
    });
    expect(noted.when(note('2025-07-09T09:00:00Z')).recorded).toEqual([]);
  });

  it('moves the time to answer a proposal of conciliation as well', () => {
    const proposed = given(settlements).when(caseFiled, caseRegistered, propose(CN, '2025-03-03T09:00:00Z'));
    const [before] = proposed.state.status === 'filed' ? Object.values(proposed.state.running) : [];
    const noted = given(settlementIn(without(before?.dueDate)), proposed.events).when(note('2025-03-04T09:00:00Z'));
    const moved = noted.state.status === 'filed' ? noted.state.running[before?.id ?? ''] : undefined;
    expect(moved).toMatchObject(MOVED);
    expect(noted.when(expireSettlement(before?.id ?? '')).events.at(-1)).toMatchObject({
      type: 'ConciliationUnanswered',
      occurredAt: moved?.dueAt,
    });
  });

  it('moves dates of obligations, reports and reviews, each wherever it is shown (S13)', () => {
    const entered = given(agreements).when(settled());
    const inForce = entered.state as AgreementInForce;
    for (const { id, dueDate } of Object.values(inForce.running).filter((each) => each.dueDate < '2026')) {
      const noted = given(agreementDecider(without(dueDate)), entered.events).when(note('2025-03-13T09:00:00Z'));
      const { running, obligations, review, reports } = noted.state as AgreementInForce;
      expect((running[id]?.dueAt ?? '') > (inForce.running[id]?.dueAt ?? '')).toBe(true);
      const shown = [...obligations, review, ...reports].find(({ deadline }) => deadline.id === id);
      expect([id, shown?.deadline]).toEqual([id, running[id]]);
    }
  });

  it('is nothing to an agreement that is not in force', () =>
    expect(given(agreements).when(note('2025-03-13T09:00:00Z')).recorded).toEqual([]));
});
