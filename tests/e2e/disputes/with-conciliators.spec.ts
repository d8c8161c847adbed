import { constructedGrievance } from '../../support/constructed';
import { everyItem } from '../../support/every-item';
import { wtoCase } from '../../support/wto-case';
import type { EventBody, NoticeBody } from './bodies';
import { Dispute } from './dispute';

interface Conciliators {
  readonly tries: readonly {
    readonly appointedAt: string | null;
    readonly end: string | null;
    readonly signedBy: readonly string[];
    readonly proposals: readonly { readonly text: readonly { readonly text: string }[] | null }[];
    readonly due: { readonly dueAt: string };
  }[];
}

const CONCILIATORS = 'settlement/conciliators';
const both = (en: string, zh: string) => [
  { lang: 'en', text: en, kind: 'authentic' },
  { lang: 'zh-Hans', text: zh, kind: 'authentic' },
];
const PROPOSAL = { text: both('Both measures are phased out over two years.', '两项措施均在两年内逐步取消。') };
const OTHER = { text: both('Both measures end at once.', '两项措施立即取消。') };
const TABLED = {
  title: both('Understanding', '谅解'),
  text: both('Duties are halved.', '关税减半。'),
  obligations: [
    {
      id: 'O1',
      owner: 'US',
      date: '2025-09-30',
      what: both('Publish it.', '予以公布。'),
      check: both('In the gazette.', '载于公报。'),
    },
  ],
  publication: 'text',
};

/** S10: the parties conciliate with conciliators, one picked by each side, both or none. */
describe('a conciliation with conciliators', () => {
  let dispute: Dispute;
  let other: string;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '71');
    other = await dispute.register('cn-desk', constructedGrievance(wtoCase(615)));
    await dispute.settle();
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  const shown = (user: string) => dispute.as(user).read<Conciliators>(dispute.path(CONCILIATORS));
  const statusOf = async (user: string, part: string) => (await dispute.as(user).get(dispute.path(part))).status;
  const docket = async () => (await dispute.docket()).entries.map(({ kind }) => kind);
  const history = (user: string) => everyItem<EventBody>(dispute.as(user), dispute.path('history'));
  const begins = async () => {
    await dispute.act('cn-desk', 'settlement/conciliations');
    await dispute.act('us-desk', 'settlement/conciliations/1/acceptances');
  };

  it('begins without them; a pick stands in the agenda of both sides, and in public without a name', async () => {
    expect(await dispute.refused('cn-desk', CONCILIATORS, { person: 'conciliator' })).toMatchObject({
      code: 'no-conciliation-under-way',
    });
    await begins();
    await dispute.act('cn-desk', CONCILIATORS, { person: 'conciliator' });
    for (const user of ['us-desk', 'cn-desk'])
      expect(await everyItem(dispute.as(user), '/v1/agenda')).toContainEqual(
        expect.objectContaining({ case: dispute.id, deadline: 'conciliators:1' }),
      );
    expect(await docket()).toContain('conciliator-picked');
    expect(JSON.stringify(await dispute.docket())).not.toContain('"conciliator"');
  });

  it('is nothing yet for who was picked, who sees that and no more', async () => {
    expect(await shown('conciliator')).toMatchObject({ tries: [{ appointedAt: null }] });
    expect(await statusOf('conciliator', 'settlement')).toBe(404);
    expect(await statusOf('conciliator-2', CONCILIATORS)).toBe(404);
    expect(await dispute.refused('conciliator-2', `${CONCILIATORS}/acceptances`, { of: 'CN' })).toMatchObject({
      status: 404,
    });
    expect(await dispute.refused('conciliator', `${CONCILIATORS}/acceptances`, { of: 'US' })).toMatchObject({
      status: 403,
      code: 'conciliator-not-picked',
    });
  });

  it('has them once both have accepted, each by an act of its own: one alone reads nothing', async () => {
    await dispute.act('conciliator', `${CONCILIATORS}/acceptances`, { of: 'CN' });
    expect(await statusOf('conciliator', 'settlement')).toBe(404);
    expect(await dispute.refused('conciliator', `${CONCILIATORS}/proposals`, PROPOSAL)).toMatchObject({
      code: 'conciliators-awaited',
    });
    await dispute.act('us-desk', CONCILIATORS, { person: 'conciliator-2' });
    await dispute.act('conciliator-2', `${CONCILIATORS}/acceptances`, { of: 'US' });
    expect(await docket()).toContain('conciliators-appointed');
    await dispute.act('us-desk', 'settlement/texts', TABLED);
    for (const user of ['conciliator', 'conciliator-2'])
      expect(JSON.stringify(await dispute.as(user).read(dispute.path('settlement')))).toContain('Duties are halved.');
    for (const part of ['panel', 'without-prejudice', 'history'])
      expect(await statusOf('conciliator', part)).toBeGreaterThanOrEqual(403);
  });

  it('has what both sign put to both sides at one instant, and nobody else reads it', async () => {
    await dispute.act('conciliator', `${CONCILIATORS}/proposals`, PROPOSAL);
    expect(await shown('us-desk')).toMatchObject({ tries: [{ signedBy: ['CN'], proposals: [] }] });
    expect(await dispute.refused('conciliator-2', `${CONCILIATORS}/proposals`, OTHER)).toMatchObject({
      status: 422,
      code: 'conciliators-differ',
    });
    await dispute.act('conciliator-2', `${CONCILIATORS}/proposals`, PROPOSAL);
    for (const user of ['us-desk', 'cn-desk', 'cn-auditor', 'conciliator'])
      expect(await shown(user)).toMatchObject({ tries: [{ proposals: [PROPOSAL] }] });
    for (const user of ['us-registry', 'cn-cohead'])
      expect(await shown(user)).toMatchObject({ tries: [{ proposals: [{ text: null }] }] });
    expect(await statusOf('us-panel-1', CONCILIATORS)).toBeGreaterThanOrEqual(403);
    expect(await docket()).toContain('conciliators-proposal-put');
    const sent = await Promise.all(
      ['cn-desk', 'us-desk'].map(async (user) => {
        const notices = await everyItem<NoticeBody>(dispute.as(user), '/v1/inbox');
        return notices.flatMap(({ of }) => (of.event === 'ConciliatorsProposalPut' ? of.at : []));
      }),
    );
    expect(sent[0]).toHaveLength(1);
    expect(sent[1]).toEqual(sent[0]);
    expect((await history('us-desk')).map(({ type }) => type)).toContain('ConciliatorsProposalServed');
    for (const user of ['us-registry', 'cn-cohead'])
      expect(JSON.stringify(await history(user))).not.toContain('phased out');
    expect(JSON.stringify(await dispute.docket())).not.toContain('phased out');
  });

  it('has none any more once one withdraws, who then reads as little as the other', async () => {
    await dispute.act('conciliator-2', `${CONCILIATORS}/withdrawals`);
    for (const user of ['conciliator', 'conciliator-2']) expect(await statusOf(user, 'settlement')).toBe(404);
    expect(await shown('conciliator')).toMatchObject({ tries: [{ end: 'withdrawn', proposals: [{ text: null }] }] });
    expect(await docket()).toContain('conciliator-withdrew');
  });

  it('goes on by the parties alone, in public, where one side picks nobody in time', async () => {
    dispute.turnTo(other);
    await begins();
    await dispute.act('cn-desk', CONCILIATORS, { person: 'conciliator' });
    await dispute.act('conciliator', `${CONCILIATORS}/acceptances`, { of: 'CN' });
    const { tries } = await shown('us-desk');
    await dispute.moveTo(tries[0]?.due.dueAt ?? '');
    await dispute.settle();
    expect(await shown('us-desk')).toMatchObject({ tries: [{ end: 'lacking', appointedAt: null }] });
    expect(await docket()).toContain('conciliators-lacking');
    await dispute.act('us-desk', 'settlement/texts', TABLED);
    expect(await statusOf('conciliator', 'settlement')).toBe(404);
  });
});
