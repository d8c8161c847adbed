import { words } from '../../support/cases-under-review';
import type { FindingsBody, PanelBody } from '../disputes/bodies';
import { BEGUN, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const OF_A_MEMBER = words('We do not trust this member.');

/**
 * The attack of a complainant that has lost the vote: it challenges one member of the other side after the other for
 * what it says came to light since, so that the panel never decides (S6, I-69).
 */
describe('serial late challenges of seated members', () => {
  let dispute: Dispute;
  let longStop = '';

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '694');
    await reviewed(dispute);
    await interimServed(dispute);
    await pass('interim-comments');
    await voted(dispute);
    longStop = (await dispute.due())['long-stop'] ?? '';
  });
  afterAll(() => dispute.end());

  const pass = async (id: string): Promise<void> => {
    const { deadlines } = await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'));
    await dispute.moveTo(deadlines.find((deadline) => deadline.id === id)?.dueAt ?? '');
    await dispute.settle();
  };
  const forFact = async (member: string, cameToLight?: string): Promise<object> => ({
    ...{ member, grounds: OF_A_MEMBER, cameToLight: cameToLight ?? (await dispute.cast.now()) },
  });

  it('are refused of one’s own member, and for what could have been said in time', async () => {
    expect(await dispute.refused('us-desk', 'panel/challenges', await forFact('us-panel-2'))).toMatchObject({
      status: 403,
      code: 'own-member',
    });
    expect(await dispute.refused('cn-desk', 'panel/challenges', await forFact('us-panel-2', BEGUN))).toMatchObject({
      status: 422,
      code: 'fact-known-in-time',
    });
  });

  it('are made once of each member, on the account of who makes them, in public', async () => {
    for (const [index, member] of ['us-panel-1', 'us-panel-2'].entries()) {
      await dispute.act('cn-desk', 'panel/challenges', await forFact(member));
      await pass(`challenge-decision:US:${String(index + 1)}`);
      await pass(`replacement:US:${String(index + 1)}`);
      expect(await dispute.refused('cn-desk', 'panel/challenges', await forFact(member))).toMatchObject({
        status: 409,
        code: 'late-challenge-used',
      });
    }
    const { entries } = await dispute.docket();
    expect(entries.findLast(({ kind }) => kind === 'seat-time-added')?.texts.en).toMatch(
      /: (\d+) days in all are added to the long-stop, \1 on the account of China; /,
    );
    expect(Date.parse((await dispute.due())['long-stop'] ?? '')).toBeGreaterThan(Date.parse(longStop));
  });

  it('keep nobody from the findings that were voted', async () => {
    await pass('findings');
    await pass('certification');
    const found = await dispute.as('cn-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ closedBy: 'time', incomplete: [] });
    expect(found.findings.map(({ outcome }) => outcome)).toEqual(
      found.findings.map((_, index) => (index === 0 ? 'substantiated' : 'not-substantiated')),
    );
  });
});

/**
 * The attack of a complainant that has lost the vote: when a member of the other side has left in S9, it challenges
 * each successor at the last moment and without a ground, so that the long-stop closes a deliberation of an empty seat
 * (I-69).
 */
describe('serial late challenges of successors', () => {
  let dispute: Dispute;
  let longStop = '';

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '693');
    await reviewed(dispute);
    await interimServed(dispute);
    await dispute.moveTo(await dueOf('interim-comments'));
    await dispute.settle();
    await voted(dispute);
    longStop = (await dispute.due())['long-stop'] ?? '';
    await dispute.act('us-panel-2', 'panel/recusals', { reason: words('I have found a conflict.') });
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
  const dueOf = async (id: string): Promise<string> =>
    (await panel()).deadlines.find((deadline) => deadline.id === id)?.dueAt ?? '';
  const pass = async (id: string): Promise<void> => {
    await dispute.moveTo(await dueOf(id));
    await dispute.settle();
  };

  /** A successor is drawn and discloses; the other side challenges in the last second, and nobody decides. */
  const challengedInVain = async (): Promise<string> => {
    const member = (await panel()).seats.find(({ id }) => id === 'respondent-2')?.member?.personId ?? '';
    await dispute.act(member, 'panel/disclosures', { statement: words('Nothing to disclose.') });
    await dispute.moveTo(new Date(Date.parse(await dueOf('challenge:US:2')) - 1_000).toISOString());
    await dispute.act('cn-desk', 'panel/challenges', { member, grounds: OF_A_MEMBER });
    await pass('challenge-decision:US:2');
    return member;
  };

  it('put their time on the account of who makes them, in public, and bring the long-stop no nearer', async () => {
    const member = await challengedInVain();
    await dispute.act('cn-desk', 'panel/replacements', { member });
    await challengedInVain();
    const { entries } = await dispute.docket();
    expect(entries.findLast(({ kind }) => kind === 'seat-time-added')?.texts.en).toMatch(
      /\d+ on the account of China and \d+ on that of the United States/,
    );
    expect(Date.parse((await dispute.due())['long-stop'] ?? '')).toBeGreaterThan(Date.parse(longStop));
  });

  it('end with the second, because a side replaces one member of a case without a ground', async () => {
    const { seats } = await panel();
    const member = seats.find(({ id }) => id === 'respondent-2')?.member?.personId ?? '';
    expect(await dispute.refused('cn-desk', 'panel/replacements', { member })).toMatchObject({
      status: 409,
      code: 'not-open-to-replacement',
    });
  });

  it('keep no whole panel from its findings', async () => {
    await pass('findings');
    await pass('certification');
    const found = await dispute.as('cn-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ closedBy: 'time', incomplete: [] });
  });
});
