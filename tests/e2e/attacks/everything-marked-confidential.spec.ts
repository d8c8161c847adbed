import { Client } from '../../support/client';
import { words } from '../../support/cases-under-review';
import {
  BEGUN,
  closed,
  commented,
  endOf,
  exhibitOf,
  interimServed,
  REASONS,
  REASONS_IN_BOTH,
  reviewed,
  voted,
} from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

interface Findings {
  readonly digest: string;
  readonly findings: readonly { readonly claimId: string; readonly reasons: { readonly text: readonly object[] } }[];
  readonly marks: readonly { readonly id: string; readonly digest: string; readonly needsLeave: boolean }[];
  readonly published: object | null;
}

/** A side that lost cannot keep from the public why: it marks what gives away its own secrets, and no more (I-75). */
describe('everything marked confidential', () => {
  let dispute: Dispute;
  const findings = (user = 'us-desk'): Promise<Findings> => dispute.as(user).read(dispute.path('panel/findings'));
  const mark = (passages: readonly string[], givesAway = 'USA-1') => ({
    ...{ passages, givesAway, reason: 'business-confidential' },
  });
  const refusal = (passages: readonly string[], givesAway?: string, user = 'us-desk') =>
    dispute.refused(user, 'findings/marks', mark(passages, givesAway));
  const entry = async (kind: string) => (await dispute.docket()).entries.find((each) => each.kind === kind);

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '75');
    await reviewed(dispute);
    for (const desk of ['us-desk', 'cn-desk']) await dispute.act(desk, 'exhibits', await exhibitOf(dispute, desk));
    await dispute.act('us-desk', 'exhibits', await exhibitOf(dispute, 'us-desk', { tier: 'PUBLIC' }));
    await interimServed(dispute);
    await commented(dispute);
    await voted(dispute);
    await closed(dispute);
  });
  afterAll(() => dispute.end());

  it('is not marked before anybody outside the panel reads it', async () => {
    expect(await refusal([REASONS])).toEqual({ status: 409, code: 'nothing-to-mark', rule: 'I-75' });
  });

  it('leaves each outcome public from the issue on, and reasons with the parties in the time for marks', async () => {
    const { digest } = await findings();
    for (const coHead of ['us-cohead', 'cn-cohead'])
      await dispute.as(coHead).act(dispute.path('findings/certifications'), { digest });
    await dispute.settle();
    expect((await entry('findings-issued'))?.texts.en).toContain('Claims substantiated: 1;');
    expect(JSON.stringify(await dispute.docket())).not.toContain(REASONS);
    for (const desk of ['us-desk', 'cn-desk'])
      expect((await findings(desk)).findings[0]?.reasons.text).toEqual(REASONS_IN_BOTH);
    const { items } = await dispute
      .as('us-desk')
      .read<{ items: readonly { clock: string; case: string }[] }>('/v1/agenda?limit=200');
    expect(items.filter((due) => due.case === dispute.id).map(({ clock }) => clock)).toContain('marking');
  });

  it('is refused where it hides an outcome, or gives away nothing of that side', async () => {
    expect(await refusal(['not substantiated'])).toEqual({ status: 422, code: 'mark-hides-outcome', rule: 'I-75' });
    expect(await refusal(['goods of one'], 'CHN-1')).toMatchObject({ status: 422, code: 'not-own-material' });
    expect(await refusal(['goods of one'], 'grievance')).toMatchObject({ code: 'not-own-material' });
    expect(await refusal(['goods of one'], 'USA-2')).toMatchObject({ status: 422, code: 'material-is-public' });
    expect(await refusal(['goods of two'])).toMatchObject({ status: 422, code: 'passage-not-there' });
    expect(await refusal(['goods of one'], 'USA-1', 'us-cohead')).toMatchObject({ status: 403 });
  });

  it('leaves nothing out, whole or crumb by crumb, without leave of both co-chairs', async () => {
    for (const passage of ['one origin', 'The duty is laid', REASONS])
      await dispute.act('us-desk', 'findings/marks', mark([passage]));
    const { marks } = await findings('cn-desk');
    expect(marks.map(({ needsLeave }) => needsLeave)).toEqual([false, true, true]);
    expect(await refusal(['one origin'])).toMatchObject({ status: 409, code: 'already-marked' });
    await dispute.act('us-panel-1', 'findings/marks/mark:3/leave', { digest: marks[2]?.digest });
    expect(
      await dispute.refused('us-panel-2', 'findings/marks/mark:3/leave', { digest: marks[2]?.digest }),
    ).toMatchObject({ status: 403, code: 'not-a-co-chair' });
    expect(
      await dispute.refused('cn-panel-1', 'findings/marks/mark:3/leave', { digest: marks[1]?.digest }),
    ).toMatchObject({ status: 422, code: 'signed-digest-differs' });
  });

  it('is published but for what was validly marked, and the docket says how much, why and on whose mark', async () => {
    await dispute.moveTo(await endOf(dispute, 'marking', 60_000));
    const published = await entry('reasons-published');
    const said = JSON.stringify(published);
    expect(said).toContain('The duty is laid on goods of [left out on the respondent’s mark].');
    expect(said).not.toContain('one origin');
    expect(published?.texts.en).toContain(
      `10 of ${String(words(REASONS)[0]?.text.length)} characters of the reasons on C1 in English ` +
        '(business information; on the mark of the United States)',
    );
    const { docketNumber } = await dispute.shown();
    const page = await Client.public(dispute.url).get(`/docket/${docketNumber ?? ''}`);
    expect(JSON.stringify(page.body)).toContain('goods of [left out on the respondent’s mark]');
    expect(JSON.stringify(page.body)).not.toContain(REASONS);
  });

  it('comes too late after that, and both parties read it all as it was certified', async () => {
    expect(await refusal(['goods of'])).toEqual({ status: 409, code: 'marking-over', rule: 'I-75' });
    for (const desk of ['us-desk', 'cn-desk'])
      expect((await findings(desk)).findings[0]?.reasons.text).toEqual(REASONS_IN_BOTH);
  });
});
