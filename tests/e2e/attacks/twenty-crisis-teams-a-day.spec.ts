import { words } from '../../support/cases-under-review';
import type { HotlineBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

/** Constructed: one side declares crisis upon crisis, so that everybody on duty is drawn and worn out. */
describe('twenty crisis teams a day', () => {
  let dispute: Dispute;
  const drawn: string[] = [];

  beforeAll(async () => {
    dispute = await Dispute.begin('2026-03-06T16:00:00+01:00', '32');
  });
  afterAll(() => dispute.end());

  const crisis = async (): Promise<string> => {
    const { body } = await dispute
      .as('us-desk')
      .act<HotlineBody>('/v1/hotline', { grade: 'crisis', subject: words('An incident.') });
    expect((await dispute.as('us-desk').send('POST', `/v1/hotline/${body.id}/crisis-team`, undefined)).status).toBe(
      200,
    );
    await dispute.settle();
    return body.id;
  };
  const teamOf = async (id: string): Promise<readonly string[]> =>
    (await dispute.as('cn-desk').read<HotlineBody>(`/v1/hotline/${id}`)).team.map(({ personId }) => personId);

  it('are one: who was drawn for the first serves in each of them', async () => {
    drawn.push(await crisis());
    // Each side has ten minutes to add a nonce; the others are served at once.
    await dispute.moveTo('2026-03-06T16:12:00+01:00');
    for (let n = 1; n < 20; n++) drawn.push(await crisis());
    const [first = [], ...others] = await Promise.all(drawn.map(teamOf));
    expect(first).toHaveLength(4);
    for (const team of others) expect(team).toEqual(first);
    const shown = await dispute
      .as('cn-desk')
      .read<{ drawnFor: string; servesUntil: string }>(`/v1/crisis-teams/${drawn[19] ?? ''}`);
    expect(shown.drawnFor).toBe(drawn[0]);
  });

  it('are another for a crisis after 72 hours', async () => {
    await dispute.moveTo('2026-03-09T17:00:00+01:00');
    const later = await crisis();
    await dispute.moveTo('2026-03-09T17:12:00+01:00');
    const shown = await dispute.as('cn-desk').read<{ drawnFor: string }>(`/v1/crisis-teams/${later}`);
    expect(shown.drawnFor).toBe(later);
  });
});
