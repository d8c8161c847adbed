import { words } from '../../support/cases-under-review';
import { BEGUN, endOf, interimServed, reviewed } from './decided';
import { Dispute } from './dispute';

const DAY = 86_400_000;

/** S8 ends early when both have said that they are done, and by nothing less (S8). */
describe('the end of the comments on an interim text', () => {
  let dispute: Dispute;
  const panel = () => dispute.as('us-desk').read(dispute.path('panel'));
  const comment = { comment: words('The rate was another.') };
  const finished = { status: 409, code: 'commenting-finished', rule: 'S8' };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '3');
    await reviewed(dispute);
    await interimServed(dispute);
  });
  afterAll(() => dispute.end());

  it('does not come with a comment of each: either may still ask for a meeting', async () => {
    const end = await endOf(dispute, 'interim-comments');
    for (const desk of ['cn-desk', 'us-desk']) await dispute.act(desk, 'panel/interim/comments', comment);
    expect(await panel()).toMatchObject({ stage: 'interim-comments', interim: { doneBy: [] } });
    await dispute.act('cn-desk', 'panel/interim/meeting-requests');
    const meetsAt = new Date(Date.parse(end) - DAY).toISOString();
    await dispute.act('us-panel-1', 'panel/interim/meetings', { meetsAt });
    expect(await endOf(dispute, 'interim-comments')).toBe(end);
  });

  it('is told to the other side when one says that it is done, which it says once and for all', async () => {
    await dispute.news();
    await dispute.act('cn-desk', 'panel/interim/done');
    expect(await dispute.news()).toEqual({
      parties: ['CommentingFinished'],
      auditors: ['CommentingFinished'],
      notices: ['CommentingFinished'],
      public: ['commenting-finished'],
    });
    for (const [part, body] of [['done', {}] as const, ['comments', comment] as const])
      expect(await dispute.refused('cn-desk', `panel/interim/${part}`, body)).toEqual(finished);
    expect(await dispute.refused('cn-desk', 'panel/interim/meeting-requests')).toEqual(finished);
    expect(await panel()).toMatchObject({ stage: 'interim-comments', interim: { doneBy: ['complainant'] } });
  });

  it('takes no time from the other side, and comes when that side is done, too', async () => {
    await dispute.act('us-desk', 'panel/interim/meeting-requests');
    await dispute.act('us-desk', 'panel/interim/done');
    expect(await panel()).toMatchObject({ stage: 'deciding', interim: { doneBy: ['complainant', 'respondent'] } });
    expect((await dispute.news()).public).toEqual([
      'commenting-finished',
      'interim-comments-closed',
      'interim-meeting-requested',
    ]);
    expect(await dispute.refused('us-desk', 'panel/interim/done')).toMatchObject({ code: 'comment-out-of-time' });
  });
});
