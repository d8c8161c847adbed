import { BEGUN, endOf, exhibitOf, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const MINUTE = 60_000;
/** They stand for five hundred: each is refused, or answered, by itself. */
const MANY = 20;

/** What comes last can still be answered, and nothing comes behind the answer (I-70). */
describe('five hundred exhibits in the last minute', () => {
  let dispute: Dispute;
  let answersEnd = '';
  const filed = async (desk: string, more: object = {}): Promise<string> => {
    const exhibit = await exhibitOf(dispute, desk, more);
    return (await dispute.as(desk).act<{ number: string }>(dispute.path('exhibits'), exhibit)).body.number;
  };
  const refused = async (desk: string, more: object = {}) =>
    dispute.refused(desk, 'exhibits', await exhibitOf(dispute, desk, more));

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '701');
    await reviewed(dispute);
    await dispute.moveTo(await endOf(dispute, 'evidence', -10 * MINUTE));
    for (let sent = 0; sent < MANY; sent++) await filed('us-desk');
    await dispute.moveTo(await endOf(dispute, 'evidence'));
    answersEnd = await endOf(dispute, 'evidence-answer');
  });
  afterAll(() => dispute.end());

  it('are the last: the next one is refused, and none of them is taken back', async () => {
    const refusal = { status: 409, code: 'evidence-closed', rule: 'I-70' };
    expect(await refused('us-desk')).toEqual(refusal);
    expect(await refused('cn-desk')).toEqual(refusal);
    expect(await dispute.refused('us-desk', 'exhibits/USA-1/withdrawal', { reason: 'filed-by-mistake' })).toEqual(
      refusal,
    );
  });

  it('are answered by the other side until day 20, well before the interim text is due', async () => {
    expect((await endOf(dispute, 'review')) > answersEnd).toBe(true);
    await dispute.moveTo(new Date(Date.parse(answersEnd) - MINUTE).toISOString());
    expect(await filed('cn-desk', { answers: 'USA-20' })).toBe('CHN-1');
    expect(await refused('us-desk', { answers: 'CHN-1' })).toMatchObject({ code: 'exhibit-not-answerable' });
  });

  it('are answered no longer than that', async () => {
    await dispute.moveTo(answersEnd);
    expect(await refused('cn-desk', { answers: 'USA-19' })).toMatchObject({ code: 'evidence-answers-closed' });
  });

  it('leave the close of evidence on the public docket', async () => {
    const kinds = (await dispute.docket()).entries.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['evidence-closed', 'evidence-answers-closed']));
  });
});
