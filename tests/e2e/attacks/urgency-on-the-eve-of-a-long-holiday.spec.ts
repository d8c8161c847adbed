import { REPLY } from '../../support/cases-at-every-stage';
import { words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { PanelBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

const urgency = { ground: 'incident', reasons: words('[constructed] It cannot wait until the holidays are over.') };

/**
 * The attack: a case is held to be urgent on the last evening before the Spring Festival, so that the three days for
 * the reply run out before anybody is back. The members do not agree that it is urgent (I-25).
 */
describe('urgency claimed on the eve of a long holiday', () => {
  let dispute: Dispute;
  let members: readonly string[] = [];
  beforeAll(async () => {
    dispute = await Dispute.begin('2026-02-13T16:00:00+01:00', '685');
    for (const party of ['US', 'CN']) {
      const desk = party.toLowerCase();
      const serving = { month: '2026-02', members: [`${desk}-panel-4`, `${desk}-panel-5`] };
      await dispute.as(`${desk}-desk`).act(`/v1/rosters/${party}/duty-rosters`, serving);
    }
    await dispute.file('cn-desk', constructedGrievance(wtoCase(633)), { urgency });
    await dispute.moveTo('2026-02-14T18:00:00+01:00');
  });
  afterAll(() => dispute.end());

  it('makes the reply lapse within three days of the calendar', async () => {
    expect(await dispute.due()).toHaveProperty('reply', '2026-02-17T16:00:00.000Z');
    await dispute.moveTo('2026-02-17T18:00:00+01:00');
    expect(await dispute.shown()).toMatchObject({ track: 'urgent', exchange: { unanswered: true } });
    expect(await dispute.refused('us-desk', 'reply', REPLY)).toMatchObject({ code: 'reply-out-of-time' });
  });

  it('is lost where one member alone confirms it, at the end of the time for that', async () => {
    const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
    members = (await panel()).seats.flatMap(({ member }) => member?.personId ?? []);
    for (const member of members)
      await dispute.as(member).act(dispute.path('panel/disclosures'), { statement: words('Nothing to disclose.') });
    await dispute.moveTo('2026-02-19T10:00:00+01:00');
    const due = (await panel()).deadlines.find(({ id }) => id === 'urgency-confirmation')?.dueAt ?? '';
    await dispute.act(members[0] ?? '', 'panel/urgency', { verdict: 'confirmed' });
    await dispute.moveTo(new Date(Date.parse(due) - 1_000).toISOString());
    expect(await dispute.shown()).toMatchObject({ track: 'urgent' });
    await dispute.moveTo(new Date(Date.parse(due) + 60_000).toISOString());
    expect(await dispute.shown()).toMatchObject({ track: 'standard' });
  });

  it('takes no time from the respondent: the reply is due when it would have been, and counts', async () => {
    // The tenth day on which both worked, after the Saturday on which the case was registered.
    expect(await dispute.due()).toHaveProperty('reply', '2026-03-09T16:00:00.000Z');
    expect((await dispute.docket()).line.nextDeadlines).toEqual(expect.any(Array));
    await dispute.act('us-desk', 'reply', REPLY);
    expect(await dispute.shown()).toMatchObject({ exchange: { unanswered: false } });
    expect((await dispute.docket()).line).toMatchObject({ reply: 'received' });
    expect(await dispute.due()).not.toHaveProperty('reply');
  });
});
