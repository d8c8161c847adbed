import { readDocument } from '../../support/api-document';
import { DOSSIER, words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { everythingReadBy } from '../../support/what-is-read';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';

interface DossierBody {
  readonly status: string;
  readonly draft: object | null;
  readonly documents: readonly string[];
  readonly assembly: {
    readonly digest: string;
    readonly files: number | null;
    readonly withheld: number | null;
  } | null;
}

/**
 * The attack of a co-head: whoever must sign a dossier asks to see what is in it, and tells the respondent before it is
 * issued what the complainant leaves out (I-76).
 */
describe('a co-head who reads the index of an unissued dossier', () => {
  let dispute: Dispute;
  /** Names in every dossier that are words as well: the rules and each export speak of the log by them. */
  const WORDS = ['checkpoint', 'policy'];
  const SECRET = 'the line of argument that nobody may foresee';
  const OTHERS = ['us-cohead', 'cn-cohead', 'us-registry', 'us-desk', 'us-auditor'] as const;
  const dossier = (user: string): Promise<DossierBody> => dispute.as(user).read(dispute.path('referral/dossiers/1'));

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '76');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.act('cn-desk', 'referral/exit-notices');
    await dispute.act('cn-desk', 'referral/dossiers', { ...DOSSIER, statement: words(SECRET) });
  });
  afterAll(() => dispute.end());

  it('is shown the digest that he signs, and neither documents, counts, inputs nor draft', async () => {
    const own = await dossier('cn-desk');
    expect(own.documents.length).toBeGreaterThan(5);
    for (const other of OTHERS) {
      const shown = await dossier(other);
      expect(shown).toMatchObject({ status: 'signing', draft: null, documents: [], inputs: null });
      expect(shown.assembly).toMatchObject({ digest: own.assembly?.digest, files: null, octets: null, withheld: null });
    }
  });

  it('is refused every one of its documents, by the rule', async () => {
    const { documents } = await dossier('cn-desk');
    for (const other of ['us-cohead', 'cn-cohead', 'us-registry'])
      for (const name of documents) {
        const { status, body } = await dispute
          .as(other)
          .get<{ code: string; rule: string }>(dispute.path(`referral/dossiers/1/documents/${name}`));
        expect([status, body.code, body.rule]).toEqual([409, 'dossier-not-issued', 'S12']);
      }
  });

  it('finds its text nowhere else: no history, count, agenda, notice, log of reads or error holds it', async () => {
    const { documents } = await dossier('cn-desk');
    expect(WORDS.every((name) => documents.includes(name))).toBe(true);
    const names = documents.filter((name) => !WORDS.includes(name));
    await dispute.as('cn-desk').bytes(dispute.path(`referral/dossiers/1/documents/${documents[0] ?? ''}`));
    const document = await readDocument(dispute.url);
    const parts = { caseId: [dispute.id], n: ['1'], name: [documents[0] ?? ''], party: ['CN', 'US'] };
    const saysIt = async (user: string) =>
      (await everythingReadBy(await Client.as(dispute.url, user), document, parts)).filter(
        ({ text, path }) =>
          text.includes(SECRET) || (names.some((name) => text.includes(name)) && !path.includes('/documents/')),
      );
    expect((await saysIt('cn-desk')).length).toBeGreaterThan(0);
    for (const other of OTHERS)
      expect({ other, at: (await saysIt(other)).map(({ path }) => path) }).toEqual({ other, at: [] });
  });

  it('signs it all the same, and reads it with both sides when it is issued', async () => {
    const { assembly } = await dossier('us-cohead');
    for (const coHead of ['us-cohead', 'cn-cohead'])
      await dispute.act(coHead, 'referral/dossiers/1/signatures', { digest: assembly?.digest });
    const own = await dossier('cn-desk');
    expect(own.status).toBe('issued');
    for (const other of OTHERS) expect((await dossier(other)).documents).toEqual(own.documents);
  });
});
