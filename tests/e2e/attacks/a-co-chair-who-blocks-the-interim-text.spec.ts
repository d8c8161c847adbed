import { words } from '../../support/cases-under-review';
import { BEGUN, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

interface Room {
  readonly draft: { readonly digest: string };
}

interface Panel {
  readonly stage: string;
  readonly interim: {
    readonly texts: readonly { readonly laidDownBy: string | null; readonly text: readonly object[] }[];
  } | null;
}

/** The review ends on 12 May; a minute later whatever follows has been done. */
const OVER = '2026-05-13T10:00:00+02:00';
const OURS = words('The duty is laid on goods of one origin.');
const THEIRS = words('The record does not show it so far.');

/** What each co-chair lays down goes to the parties at the end of the review, so that neither needs the other (S8). */
describe('a co-chair who blocks the interim text', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '8');
    await reviewed(dispute);
  });
  afterAll(() => dispute.end());

  const draft = async (member: string, text: readonly object[]): Promise<string> => {
    await dispute.as(member).act(dispute.path('panel/interim'), { text, exhibits: [] });
    return (await dispute.as(member).read<Room>(dispute.path('panel/votes'))).draft.digest;
  };
  const sign = (coChair: string, digest: string) =>
    dispute.as(coChair).act(dispute.path('panel/interim/signatures'), { digest });
  const panel = (user: string): Promise<Panel> => dispute.as(user).read(dispute.path('panel'));

  it('replaces the draft of the other, again and again, and signs nothing but its own', async () => {
    await sign('cn-panel-1', await draft('cn-panel-1', OURS));
    await sign('us-panel-1', await draft('us-panel-2', THEIRS));
    await draft('us-panel-1', words('Another draft, which nobody signs.'));
    await dispute.settle();
    expect(await panel('cn-desk')).toMatchObject({ stage: 'reviewing', interim: null });
  });

  it('keeps no text from the parties: both are served side by side when the review ends', async () => {
    await dispute.moveTo(OVER);
    const [shown, other] = await Promise.all(['cn-desk', 'us-desk'].map(panel));
    expect(shown).toEqual(other);
    expect(shown).toMatchObject({
      stage: 'interim-comments',
      interim: {
        texts: [
          { laidDownBy: 'CN', text: OURS },
          { laidDownBy: 'US', text: THEIRS },
        ],
      },
    });
    const { notices } = await dispute.news();
    expect(notices.join('\n')).toContain('InterimServed');
  });

  it('gains no time by it: comments run from the end of the review, and the public reads why', async () => {
    const { deadlines } = await dispute
      .as('cn-desk')
      .read<{ deadlines: readonly { id: string; trigger: { event: string } }[] }>(dispute.path('panel'));
    expect(deadlines).toMatchObject([{ id: 'interim-comments' }]);
    const { entries } = await dispute.docket();
    expect(JSON.stringify(entries.find(({ kind }) => kind === 'interim-issued'))).toContain(
      'The co-chairs did not agree on one',
    );
    expect(JSON.stringify(entries)).not.toContain('goods of one origin');
  });
});
