import { readDocument, type ApiDocument } from '../../support/api-document';
import { words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import { CONTACT, constructedGrievance } from '../../support/constructed';
import { everythingReadBy } from '../../support/what-is-read';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a registry officer: the registry is staffed by both sides, so the other side's officer reads what one
 * side writes to the registry alone, whom it names to call and what it drafts (I-76).
 */
describe('the other side’s officer who reads a letter to the registry', () => {
  let dispute: Dispute;
  let document: ApiDocument;
  let draftId: string;
  const LETTER = 'words for our own officers';
  const DRAFT = 'the next grievance that we may file';
  const OTHERS = ['us-registry', 'us-cohead', 'us-desk', 'us-desk-2', 'us-auditor', 'cn-cohead', 'us-panel-1'] as const;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '77');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.act('cn-desk', 'letters', { addressing: 'registry', subject: LETTER, text: words(LETTER) });
    const kept = await dispute.as('cn-desk').act<{ id: string }>('/v1/drafts', {
      grievance: { ...constructedGrievance(wtoCase(633)), facts: words(DRAFT) },
    });
    draftId = kept.body.id;
    document = await readDocument(dispute.url);
  });
  afterAll(() => dispute.end());

  const said = async (user: string) =>
    everythingReadBy(await Client.as(dispute.url, user), document, {
      caseId: [dispute.id],
      draftId: [draftId],
      party: ['CN', 'US'],
      n: ['1'],
    });
  const OWN = [LETTER, DRAFT, CONTACT.name, CONTACT.reach, 'registry-letter'];

  it('finds letter, draft and contact nowhere, though the writer’s people do', async () => {
    const own = JSON.stringify(await Promise.all(['cn-desk', 'cn-registry', 'cn-auditor'].map(said)));
    for (const each of OWN) expect(own).toContain(each);
    for (const other of OTHERS) {
      const leaks = (await said(other)).filter(({ text }) => OWN.some((each) => text.includes(each)));
      expect({ other, leaks: leaks.map(({ path }) => path) }).toEqual({ other, leaks: [] });
    }
  });

  it('cannot tell by what is counted that there is one more', async () => {
    const lists = ['letters', 'history/check', 'history/state', 'agenda', 'service'].map((part) => dispute.path(part));
    const counted = async () =>
      Promise.all(
        ['us-registry', 'us-cohead', 'us-desk'].map((user) =>
          Promise.all(
            [...lists, '/v1/inbox/count', '/v1/agenda', '/v1/desk/queue', '/v1/figures'].map(async (path) => {
              const { body, etag } = await dispute.as(user).get<object>(path);
              const { asOf: _asOf, checkedAt: _checked, ...counts } = body as Record<string, unknown>;
              return [path, etag, counts];
            }),
          ),
        ),
      );
    await dispute.settle();
    const before = await counted();
    await dispute
      .as('cn-desk')
      .act(dispute.path('letters'), { addressing: 'registry', subject: LETTER, text: words('2') });
    expect(await counted()).toEqual(before);
  });

  it('is shown no contact in the answer to his own act either, and deletes none', async () => {
    const acts = ['us-desk', 'us-registry', 'us-cohead', 'cn-cohead'] as const;
    for (const user of acts) {
      const { status, body } = await dispute
        .as(user)
        .send<{ code: string }>('DELETE', dispute.path('contact'), undefined);
      expect([user, status, body.code]).toEqual([
        user,
        403,
        user === 'us-registry' ? 'not-your-contact' : user === 'us-desk' ? 'not-your-side' : 'role-required',
      ]);
    }
    const offered = await dispute
      .as('us-desk')
      .act(dispute.path('calls'), { proposedFor: '2025-02-05T09:00:00+01:00' })
      .catch((problem: unknown) => String(problem));
    expect(JSON.stringify(offered)).not.toContain(CONTACT.name);
    expect(await dispute.as('cn-registry').read(`/v1/cases/${dispute.id}`)).toMatchObject({ contact: CONTACT });
  });

  it('leaves it to the writer’s own officer to delete the contact, with the name of who did it on record', async () => {
    const { status } = await dispute.as('cn-registry').send('DELETE', dispute.path('contact'), undefined);
    expect(status).toBe(200);
    const history = (user: string) => dispute.as(user).read<object>(dispute.path('history?limit=200'));
    expect(JSON.stringify(await history('cn-auditor'))).toContain('ContactErased');
    expect(JSON.stringify(await history('us-auditor'))).not.toContain('ContactErased');
    expect(await dispute.as('cn-registry').read(`/v1/cases/${dispute.id}`)).toMatchObject({ contact: null });
  });
});
