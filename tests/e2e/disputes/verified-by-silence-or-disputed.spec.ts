import { Client } from '../../support/client';
import { words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import { BEGUN } from './decided';
import { Dispute } from './dispute';

interface Reported {
  readonly says: string;
  readonly standing: string;
  readonly deadline: { readonly dueAt: string } | null;
}
interface AgreementBody {
  readonly obligations: readonly { readonly id: string; readonly state: string; readonly reported: Reported | null }[];
}
interface PapersBody {
  readonly checks: readonly { readonly digests: Readonly<Record<string, string>> }[];
}

const both = (en: string, zh: string) => [
  { lang: 'en', text: `[constructed] ${en}`, kind: 'authentic' },
  { lang: 'zh-Hans', text: `［虚构］${zh}`, kind: 'authentic' },
];
const obligation = (id: string) => ({
  ...{ id, owner: 'US', date: '2026-12-15' },
  what: both('Publish the amended schedule.', '公布修订后的税目表。'),
  check: both('The schedule is in the official gazette.', '税目表载于官方公报。'),
});

/**
 * S13: nobody holds an obligation red by silence, nobody makes it green by its own word, and what one side refuses is
 * disputed in public until that side or both co-heads end it.
 */
describe('what the owner of an obligation reports', () => {
  let dispute: Dispute;
  let signed: object;
  const agreement = (part: string): string => `/v1/agreements/${dispute.id}/${part}`;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '713');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.settle();
    await dispute.act('cn-desk', 'settlement/conciliations');
    await dispute.act('us-desk', 'settlement/conciliations/1/acceptances');
    const text = {
      ...{ title: both('Understanding', '谅解'), text: both('The parties agree as follows.', '双方达成如下一致。') },
      ...{ obligations: ['O1', 'O2', 'O3'].map(obligation), publication: 'facts-only' },
    };
    const { texts } = (
      await dispute
        .as('us-desk')
        .act<{ texts: readonly { readonly digest: string }[] }>(dispute.path('settlement/texts'), text)
    ).body;
    for (const desk of ['us-desk', 'cn-desk'])
      await dispute.act(desk, 'settlement/texts/1/signatures', { digest: texts[0]?.digest });
  }, 120_000);
  afterAll(() => dispute.end());

  const report = async (says: Readonly<Record<string, string>>): Promise<void> => {
    const entries = Object.entries(says).map(([id, said]) => ({ obligation: id, says: said, note: [] }));
    await dispute.as('us-desk').act(agreement('reviews/1/status-reports'), { entries });
    await dispute.settle();
  };
  const answer = (user: string, id: string, says: string, verdict: string) =>
    dispute.as(user).post<{ code?: string }>(agreement(`obligations/${id}/verifications`), {
      ...{ says, verdict, note: words('As we see it.') },
    });
  /** As everybody sees it. */
  const shown = async (id: string) => {
    const { obligations } = await Client.public(dispute.url).read<AgreementBody>(`/v1/agreements/${dispute.id}`);
    const one = obligations.find((each) => each.id === id);
    if (!one) throw new Error(`no obligation ${id}`);
    return one;
  };
  const endOf = async (id: string): Promise<string> => (await shown(id)).reported?.deadline?.dueAt ?? '';
  const agendaOf = async (user: string) =>
    (await dispute.as(user).read<{ items: readonly { clock: string; awaited: string }[] }>('/v1/agenda')).items;
  const docket = async () => JSON.stringify((await dispute.docket()).entries);

  it('is due for an answer in the agenda of the other side, and not of its own', async () => {
    await report({ O1: 'done', O2: 'done', O3: 'on-course' });
    expect(await shown('O1')).toMatchObject({ state: 'open', reported: { says: 'done', standing: 'awaited' } });
    expect((await agendaOf('cn-desk')).filter(({ clock }) => clock === 'verification')).toMatchObject(
      ['O1', 'O2', 'O3'].map(() => ({ awaited: 'party:CN' })),
    );
    expect((await answer('us-desk', 'O1', 'done', 'verified')).body.code).toBe('own-obligation');
  });

  it('is not verified unseen: the owner says otherwise as the other side verifies', async () => {
    await report({ O3: 'done' });
    const { status, body } = await answer('cn-desk', 'O3', 'on-course', 'verified');
    expect([status, body.code]).toEqual([422, 'reported-otherwise']);
    expect(await shown('O3')).toMatchObject({ state: 'open', reported: { says: 'done', standing: 'awaited' } });
  });

  it('is disputed in public when the other side refuses it, and due for a joint check', async () => {
    expect((await answer('cn-desk', 'O2', 'done', 'refused')).status).toBe(200);
    await dispute.settle();
    expect(await shown('O2')).toMatchObject({ state: 'open', reported: { standing: 'disputed' } });
    expect(await docket()).toContain('and so disputes, what the United States reports of its obligation O2: done');
    for (const coHead of ['us-cohead', 'cn-cohead'])
      expect((await agendaOf(coHead)).filter(({ clock }) => clock === 'joint-check')).toHaveLength(1);
  });

  it('stays disputed though its owner says something else, and then the same again', async () => {
    await report({ O2: 'delayed' });
    await report({ O2: 'done' });
    expect(await shown('O2')).toMatchObject({ reported: { says: 'done', standing: 'disputed' } });
  });

  it('is checked by no desk, and by no co-head alone', async () => {
    const { checks } = await dispute.as('us-cohead').read<PapersBody>(agreement('papers'));
    signed = { finding: 'as-reported', digest: checks[0]?.digests['as-reported'] };
    expect((await dispute.as('us-desk').post(agreement('obligations/O2/joint-checks'), signed)).status).toBe(403);
    await dispute.as('us-cohead').act(agreement('obligations/O2/joint-checks'), signed);
    expect(await shown('O2')).toMatchObject({ state: 'open', reported: { standing: 'disputed' } });
  });

  it('counts as verified by silence when nobody answers, and never what is disputed', async () => {
    const end = await endOf('O1');
    await dispute.moveTo(new Date(Date.parse(end) - 600_000).toISOString());
    expect(await shown('O1')).toMatchObject({ state: 'open' });
    await dispute.moveTo(new Date(Date.parse(end) + 3_600_000).toISOString());
    expect(await shown('O1')).toMatchObject({ state: 'fulfilled', reported: { standing: 'verified-by-silence' } });
    expect(await shown('O3')).toMatchObject({ state: 'fulfilled' });
    expect(await shown('O2')).toMatchObject({ state: 'open', reported: { standing: 'disputed' } });
    expect(await docket()).toContain('was not answered in time, and counts as verified by silence');
    expect((await answer('cn-desk', 'O1', 'done', 'refused')).body.code).toBe('obligation-fulfilled');
  });

  it('stays disputed when the time for a joint check is over, whatever one co-head then signs', async () => {
    expect(await shown('O2')).toMatchObject({ state: 'open', reported: { standing: 'disputed', deadline: null } });
    expect(await docket()).toContain('stays disputed');
    const late = await dispute.as('cn-cohead').post<{ code: string }>(agreement('obligations/O2/joint-checks'), signed);
    expect(late.body.code).toBe('joint-check-over');
  });

  it('goes to the co-heads again when it is reported again, and what both find holds', async () => {
    await report({ O2: 'done' });
    const { checks } = await dispute.as('cn-cohead').read<PapersBody>(agreement('papers'));
    const signature = { finding: 'as-reported', digest: checks[0]?.digests['as-reported'] };
    for (const coHead of ['us-cohead', 'cn-cohead'])
      await dispute.as(coHead).act(agreement('obligations/O2/joint-checks'), signature);
    await dispute.settle();
    expect(await shown('O2')).toMatchObject({ state: 'fulfilled', reported: { standing: 'verified' } });
    expect(await docket()).toContain('and found it as it is reported');
  });
});
