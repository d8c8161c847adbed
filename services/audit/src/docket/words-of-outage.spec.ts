import { intake, panelReview } from '@parley/contracts';
import { caseIdOf, due, nameOf, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';

const caseId = caseIdOf(1);
const AT = '2025-02-21T18:00:00Z';
const at = '2025-02-21T18:00:00.000Z';
const times = { outageFrom: '2025-02-21T15:30:00.000Z', outageTo: at };
const wordsOf = (event: Parameters<typeof heardFrom>[0]) => heardFrom(event, nameOf)?.fact?.texts;

describe('the words of the docket for an outage', () => {
  it.each(['heartbeat', 'coheads'])('say from when to when it was, and who declared it: %s (I-61)', (declaredBy) => {
    const words = wordsOf(
      tells(intake.OutageNotedSchema, AT, {
        caseId,
        at,
        declaredBy,
        ...times,
        limits: { opens: [due('reply', 'S4', '2025-02-24T16:00:00Z')] },
      }),
    );
    expect(words?.en).toContain('from 2025-02-21 15:30 UTC to 2025-02-21 18:00 UTC was declared by');
    expect(words?.['zh-Hans']).toMatch(/^[\p{Script=Han}].*。$/u);
    expect(`${words?.en ?? ''}${words?.['zh-Hans'] ?? ''}`).not.toContain('–');
  });

  it('say of an announced calendar which it is, and that nothing ends earlier (I-21)', () => {
    const words = wordsOf(
      tells(intake.CalendarNotedSchema, AT, {
        caseId,
        at,
        calendarVersion: 'CN-2027-1+US-2027-1',
        limits: { opens: [due('reply', 'S4', '2027-02-24T16:00:00Z')] },
      }),
    );
    expect(words?.en).toContain('(CN-2027-1+US-2027-1)');
    expect(words?.en).toContain('no deadline ends earlier');
    expect(words?.['zh-Hans']).toContain('任何期限均未提前');
  });

  it('say of what came by another channel whether it set a default aside (I-19)', () => {
    const entered = (setsAside: boolean) =>
      wordsOf(
        tells(intake.LateEntryNotedSchema, AT, { caseId, at, status: 'counted', act: 'reply', setsAside, party: 'US' }),
      );
    expect(entered(true)?.en).toContain('sets aside');
    expect(entered(false)?.en).not.toContain('sets aside');
    expect(entered(true)?.['zh-Hans']).not.toBe(entered(false)?.['zh-Hans']);
    const nominated = wordsOf(
      tells(panelReview.LateEntryNotedSchema, AT, {
        caseId,
        at,
        status: 'counted',
        act: 'nomination',
        setsAside: true,
        party: 'US',
      }),
    );
    expect(nominated?.en).toContain('a nomination that had come in time');
    const notCounted = (status: string) =>
      wordsOf(tells(intake.LateEntryNotedSchema, AT, { caseId, at, status, act: 'reply', party: 'US', cameAt: at }));
    expect(notCounted('refused')?.en).toContain('does not count: the other side’s registry');
    expect(notCounted('lapsed')?.en).toContain('does not count: nobody confirmed it in time');
  });
});
