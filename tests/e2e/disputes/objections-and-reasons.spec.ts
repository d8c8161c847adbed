import { MEMBERS, words, wordsInBoth } from '../../support/cases-under-review';
import { BEGUN, closed, reviewed } from './decided';
import { Dispute } from './dispute';

interface Room {
  readonly reasons: readonly { readonly digest: string; readonly adoptedBy: readonly string[] }[];
}

/** The members write their reasons in both languages. */
const ZH = '理由的中文文本。';

const OBJECTS = {
  position: 'objects',
  objections: [
    { kind: 'security', claims: ['C1'], reasons: words('The measure is one of essential security.') },
    { kind: 'time', reasons: words('The grievance comes too late.') },
  ],
  reservation: [],
  counterStatements: [],
};

/** Objections join the review, and reasons are those of the majority that carried the claim (S4, S9, I-73). */
describe('a reply that objects, and reasons that not everybody shares', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '73');
    await reviewed(dispute, OBJECTS);
    await dispute.moveTo('2026-05-13T10:00:00+02:00');
  });
  afterAll(() => dispute.end());

  const vote = (objection: string, on: string, members: readonly string[] = MEMBERS) =>
    Promise.all(
      members.map((member) => dispute.as(member).act(dispute.path(`panel/objections/${objection}/votes`), { on })),
    );
  const lay = async (member: string, text: string, supports = 'substantiated') =>
    dispute
      .as(member)
      .act(dispute.path('findings/reasons'), { claim: 'C2', supports, text: wordsInBoth(text, ZH), exhibits: [] });
  const room = () => dispute.as('cn-panel-1').read<Room>(dispute.path('panel/votes'));

  it('nobody but a member votes on an objection, and on none that was not raised', async () => {
    const other = await dispute
      .as('us-desk')
      .post<{ code: string }>(dispute.path('panel/objections/objection:1/votes'), {
        on: 'sustained',
      });
    expect(other.status).toBe(403);
    expect(await dispute.refused('us-panel-1', 'panel/objections/objection:3/votes', { on: 'sustained' })).toEqual({
      status: 404,
      code: 'unknown-objection',
      rule: 'S4',
    });
  });

  it('every objection is before the panel, and none is left undecided by a close', async () => {
    expect(await dispute.as('us-panel-1').read(dispute.path('panel'))).toMatchObject({
      objections: [
        { id: 'objection:1', kind: 'security', claims: ['C1'] },
        { id: 'objection:2', kind: 'time', claims: [] },
      ],
    });
    for (const claim of ['C1', 'C2'])
      for (const member of MEMBERS)
        await dispute.as(member).act(dispute.path('panel/votes'), {
          claim,
          on: member === 'us-panel-2' ? 'not-substantiated' : 'substantiated',
        });
    await vote('objection:1', 'sustained');
    expect(await dispute.refused('us-panel-1', 'findings/close')).toMatchObject({ code: 'not-all-voted' });
    await vote('objection:2', 'sustained', ['us-panel-1', 'us-panel-2']);
    await vote('objection:2', 'not-sustained', ['cn-panel-1', 'cn-panel-2']);
  });

  it('reasons of the member who lost become nobody’s, and those that a majority adopts are the panel’s', async () => {
    await lay('us-panel-2', 'The duty is laid on all origins.');
    await lay('cn-panel-1', 'The duty is laid on one origin.');
    const { reasons } = await room();
    const digest = reasons.at(-1)?.digest;
    expect(await dispute.refused('cn-panel-2', 'findings/reasons/adoptions', { digest: '0'.repeat(64) })).toEqual({
      status: 422,
      code: 'unknown-reasons',
      rule: 'I-73',
    });
    for (const member of ['cn-panel-2', 'us-panel-1'])
      await dispute.as(member).act(dispute.path('findings/reasons/adoptions'), { digest });
    expect((await room()).reasons.at(-1)?.adoptedBy).toEqual(['cn-panel-1', 'cn-panel-2', 'us-panel-1']);
    await closed(dispute);
  });

  it('the findings dispose of each objection, and hold the reasons of the majority alone', async () => {
    const { digest } = await dispute.as('us-cohead').read<{ digest: string }>(dispute.path('panel/findings'));
    for (const coHead of ['us-cohead', 'cn-cohead'])
      await dispute.as(coHead).act(dispute.path('findings/certifications'), { digest });
    await dispute.settle();
    const { findings, disposals } = await dispute
      .as('cn-desk')
      .read<{ findings: readonly { claimId: string }[]; disposals: readonly object[] }>(dispute.path('panel/findings'));
    expect(disposals).toMatchObject([
      { objectionId: 'objection:1', kind: 'security', claimIds: ['C1'], outcome: 'sustained' },
      { objectionId: 'objection:2', kind: 'time', outcome: 'not-agreed' },
    ]);
    expect(findings.slice(0, 2)).toMatchObject([
      { claimId: 'C1', outcome: 'not-screened', reasons: null },
      {
        claimId: 'C2',
        outcome: 'substantiated',
        reasons: { text: wordsInBoth('The duty is laid on one origin.', ZH) },
      },
    ]);
  });

  it('the public reads how each was disposed of', async () => {
    const { entries } = await dispute.docket();
    const issued = entries.find(({ kind }) => kind === 'findings-issued');
    expect(JSON.stringify(issued)).toContain('security – sustained, time – not agreed');
  });
});
