import { words } from '../../support/cases-under-review';
import { BEGUN, endOf, exhibitOf, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const DAY = 86_400_000;

/** After the last day one co-chair opens no door; both do, and the other side has its time to comment (I-70). */
describe('a friendly question as a back door for evidence', () => {
  let dispute: Dispute;
  const question = { party: 'CN', questions: words('Have you perhaps found more customs data?') };
  const jointly = { ...question, jointly: true };
  const exhibit = (): Promise<object> => exhibitOf(dispute, 'cn-desk', { answers: 'request:1' });
  const requests = async (): Promise<readonly { readonly id: string }[]> =>
    (await dispute.as('us-desk').read<{ requests: readonly { id: string }[] }>(dispute.path('panel/review'))).requests;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '704');
    await reviewed(dispute);
    await dispute.moveTo(await endOf(dispute, 'evidence'));
  });
  afterAll(() => dispute.end());

  it('by one co-chair is refused, and so is the answer that was to come by it', async () => {
    expect(await dispute.refused('cn-panel-1', 'panel/information-requests', question)).toEqual({
      status: 409,
      code: 'evidence-closed',
      rule: 'I-70',
    });
    expect(await dispute.refused('cn-desk', 'exhibits', await exhibit())).toMatchObject({ code: 'no-leave' });
  });

  it('is none while the other co-chair is silent, however often one of them puts it', async () => {
    for (const _ of [1, 2]) await dispute.act('cn-panel-1', 'panel/information-requests', jointly);
    await dispute.act('us-panel-1', 'panel/information-requests', { ...jointly, questions: words('Anything else?') });
    expect(await requests()).toEqual([]);
    expect(await dispute.refused('cn-desk', 'exhibits', await exhibit())).toMatchObject({ code: 'no-leave' });
  });

  it('is leave when both co-chairs put it, for the party that they ask and until it answers', async () => {
    await dispute.act('us-panel-1', 'panel/information-requests', jointly);
    expect(await requests()).toMatchObject([{ id: 'request:1' }]);
    expect(await dispute.refused('us-desk', 'exhibits', await exhibitOf(dispute, 'us-desk'))).toMatchObject({
      code: 'evidence-closed',
    });
    await dispute.act('cn-desk', 'exhibits', await exhibit());
    expect(await dispute.refused('cn-desk', 'exhibits/CHN-1/withdrawal', { reason: 'filed-by-mistake' })).toMatchObject(
      { code: 'evidence-closed' },
    );
    const answer = { answer: words('These.'), exhibits: ['CHN-1'] };
    await dispute.act('cn-desk', 'panel/information-requests/request:1/answers', answer);
    expect(await dispute.refused('cn-desk', 'exhibits', await exhibit())).toMatchObject({ code: 'leave-over' });
  });

  it('leaves the other side five working days to comment before anything is decided', async () => {
    const [comments, review] = [await endOf(dispute, 'leave-comments:US:1'), await endOf(dispute, 'review')];
    expect(Date.parse(comments) - Date.parse(await dispute.cast.now())).toBeGreaterThan(6 * DAY);
    expect(Date.parse(comments) - Date.parse(review)).toBeLessThan(13 * DAY);
    await dispute.act('us-desk', 'panel/materials/answer:1/comments', { comment: words('These are of another year.') });
    expect(await dispute.as('us-desk').read(dispute.path('panel/review'))).toMatchObject({
      materials: [{ id: 'answer:1', exhibits: ['CHN-1'], comments: [{ party: 'US' }] }],
    });
  });
});
