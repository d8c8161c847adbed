import type { IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { cnCalendarData } from '@parley/procedure';
import { given } from '@parley/testing';
import { at } from '../../case/case-story.fixture';
import { calendarRegisterDecider, type CalendarRegisterCommand, type YearNotice } from './calendars.rules';

const digest = 'ab'.repeat(32) as Sha256;
const cohead = (party: string) => ({
  by: `${party}-cohead` as PersonId,
  party: party as PartyCode,
  receivedAt: at('2026-11-04T09:00:00Z'),
});
const days = (...list: string[]): readonly IsoDate[] => list as readonly string[] as readonly IsoDate[];
const notice: YearNotice = {
  calendar: 'CN',
  year: 2027,
  off: days('2027-01-01', '2027-02-05', '2027-02-08'),
  work: days('2027-01-30'),
  source: 'gov.cn',
};
const propose = (changes: Partial<YearNotice> = {}, noticeId = 'n1'): CalendarRegisterCommand => ({
  type: 'ProposeYear',
  noticeId,
  digest,
  ...notice,
  ...changes,
  ...cohead('CN'),
});
const sign = (party = 'US', noticeId = 'n1', of = digest): CalendarRegisterCommand => ({
  type: 'SignYear',
  noticeId,
  digest: of,
  ...cohead(party),
});
const register = given(calendarRegisterDecider);

describe('a year of a calendar', () => {
  it('is announced with both signatures over the same digest, and by neither alone (I-04)', () => {
    const proposed = register.when(propose());
    expect(proposed.state.announced).toEqual([]);
    expect(proposed.refusalOf(sign('CN'))).toBe('calendar-notice-signed-by-your-side');
    expect(proposed.refusalOf(sign('US', 'n1', 'cd'.repeat(32) as Sha256))).toBe('calendar-notice-digest-differs');
    const announced = proposed.when(sign());
    expect(announced.events.at(-1)).toMatchObject({
      type: 'CalendarAnnounced',
      tier: 'PUBLIC',
      data: {
        year: 2027,
        calendar: { name: 'CN', version: 'CN-2027-1' },
        signedBy: [{ party: 'CN' }, { party: 'US' }],
      },
    });
    expect(announced.state.announced[0]?.published).toEqual({
      ...cnCalendarData.published,
      '2027': { off: notice.off, work: notice.work, source: 'gov.cn' },
    });
    expect(announced.state.notices['n1']).toMatchObject({ announcedAt: cohead('US').receivedAt, version: 'CN-2027-1' });
  });

  it('is not signed by one person for both sides (I-05)', () => {
    expect(register.when(propose()).refusalOf({ ...sign(), by: 'CN-cohead' as PersonId })).toBe('signs-for-both');
  });

  it('is proposed once, signed once, and was proposed before it is signed', () => {
    expect(register.when(propose()).refusalOf(propose())).toBe('calendar-year-proposed');
    expect(register.when(propose(), sign()).refusalOf(sign())).toBe('calendar-notice-announced');
    expect(register.refusalOf(sign())).toBe('calendar-notice-not-found');
  });

  it('is the year after the last published one, or corrects one that is published, under a version of its own', () => {
    expect(register.refusalOf(propose({ year: 2028, off: [], work: [] }))).toBe('calendar-year-leaves-gap');
    expect(register.refusalOf(propose({ year: 2022, off: [], work: [] }))).toBe('calendar-year-leaves-gap');
    const corrected = register.when(propose({ year: 2026, off: days('2026-11-16'), work: [] }), sign());
    expect(corrected.state.announced[0]?.version).toBe('CN-2026-2');
    expect(corrected.when(propose({}, 'n2'), sign('US', 'n2')).state.announced.map(({ version }) => version)).toEqual([
      'CN-2026-2',
      'CN-2027-1',
    ]);
  });

  it('changes something, also when it is signed', () => {
    const { off, work } = cnCalendarData.published['2026']!;
    expect(register.refusalOf(propose({ year: 2026, off: off.toReversed(), work }))).toBe('calendar-year-in-force');
    const twice = register.when(propose(), propose({ source: 'the same from elsewhere' }, 'n2'), sign());
    expect(twice.refusalOf(sign('US', 'n2'))).toBe('calendar-year-in-force');
  });

  it.each([
    [{ off: days('2028-01-01') }, 'calendar-day-outside-year'],
    [{ off: days('2026-11-30') }, 'calendar-day-outside-year'],
    [{ work: days('2028-01-01') }, 'calendar-day-outside-year'],
    [{ work: days('2027-01-29') }, 'calendar-days-contradict'],
    [{ off: days('2027-01-30'), work: days('2027-01-30') }, 'calendar-days-contradict'],
    [{ calendar: 'XX' }, 'calendar-not-found'],
  ] as const)('has days of its own: %j is refused as %s', (changes, code) => {
    expect(register.refusalOf(propose(changes))).toBe(code);
  });

  it('may reach back into December', () => {
    expect(register.when(propose({ off: days('2026-12-31', '2027-01-01') }), sign()).state.announced).toHaveLength(1);
  });
});
