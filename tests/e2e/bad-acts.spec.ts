import { declaredCodes, readDocument, type ApiDocument } from '../support/api-document';
import {
  CUSTODY,
  DOSSIER,
  EXHIBIT,
  MEMBERS,
  REVIEWED_FROM,
  stageReviews,
  words,
  type ReviewedCases,
} from '../support/cases-under-review';
import { Client, type Answer } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { fileExhibit } from '../support/file-exhibit';
import { claimsOf, forgedToken } from '../support/forged-token';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal } from '../support/problem';
import { recordSnapshot } from '../support/record-snapshot';

const USERS = [
  'cn-desk',
  'us-desk',
  'us-registry',
  'us-auditor',
  'cn-cohead',
  'us-cohead',
  'operator',
  'us-outsider',
  'cn-outsider',
  ...MEMBERS,
  'us-panel-3',
] as const;
type User = (typeof USERS)[number];
type Stage = keyof ReviewedCases;

const DIGEST = '0'.repeat(64);
const STATEMENT = { statement: words('Nothing to disclose.') };
const VOTE = { claim: 'C1', on: 'not-substantiated' };
const REASONS = { claim: 'C1', supports: 'substantiated', text: words('Because.'), exhibits: [] };
const SIDE = { claim: 'C1', text: words('We see no ground.'), exhibits: [] };
const DRAW = { seat: 'respondent-1', draw: 1 };
const NOTE = { text: words('A note.') };
const DRAFT = { text: words('Another draft.'), exhibits: [] };
const COMMENT = { comment: words('Once more.') };
const HAND_OVER = { ...CUSTODY, from: 'Registry', to: 'Archive', at: '2026-03-10T09:00:00+01:00' };
/** An exhibit that is on record in other cases only. */
const CITED = ['CHN-1'];
/** Parts of the paths below, with the same parts as the document writes them, with parameters. */
const PARAMETERS = [
  [/challenges\/[^/]+/, 'challenges/{challengeId}'],
  [/exhibits\/[^/]+/, 'exhibits/{number}'],
  [/dossiers\/\d+/, 'dossiers/{n}'],
] as const;

describe('an act', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let cases: ReviewedCases;
  let clients: Readonly<Record<User, Client>>;
  let before: readonly string[];

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: REVIEWED_FROM, env: { PARLEY_HOSTILE_SEED: '5' } });
    document = await readDocument(parley.url);
    clients = await clientsOf(parley.url, ...USERS);
    cases = await stageReviews(parley.url);
  }, 300_000);
  afterAll(() => parley.stop());

  const pathOf = (stage: Stage, act: string): string => `/v1/cases/${cases[stage]}/${act}`;
  /** The record as its readers see it, and the deliberations as their members see them. */
  const everything = async (): Promise<readonly string[]> => {
    const behindDoors = (['reviewing', 'deciding', 'closed'] as const).map(
      async (stage) =>
        `deliberation ${stage} ${JSON.stringify(await clients['us-panel-2'].read(pathOf(stage, 'panel/votes')))}`,
    );
    return [...(await recordSnapshot(parley.url)), ...(await Promise.all(behindDoors))];
  };
  const refused = (answer: Answer, act: string, status: number, code: string, rule: string): void => {
    expect(faultsOfRefusal(answer)).toEqual([]);
    expect(answer.body).toMatchObject({ status, code, rule });
    const documented = PARAMETERS.reduce((path, [found, name]) => path.replace(found, name), act);
    expect(declaredCodes(document, 'POST', `/v1/cases/{caseId}/${documented}`, status)).toContain(code);
  };

  describe('out of place', () => {
    beforeAll(async () => {
      before = await everything();
    });
    afterEach(async () => {
      const after = await everything();
      const added = after.filter((line) => !before.includes(line));
      const gone = before.filter((line) => !after.includes(line));
      before = after;
      expect({ added, gone }).toEqual({ added: [], gone: [] });
    });

    it.each<readonly [string, User, Stage, string, object, number, string, string]>([
      [
        'a nonce for a seat that there is not',
        'us-desk',
        'nominating',
        'panel/draws/commitments',
        { ...DRAW, seat: 'respondent-9', commitment: DIGEST },
        422,
        'unknown-seat',
        'I-72',
      ],
      [
        'a nonce for a draw that does not come next',
        'us-desk',
        'nominating',
        'panel/draws/commitments',
        { ...DRAW, draw: 2, commitment: DIGEST },
        409,
        'not-the-next-draw',
        'I-72',
      ],
      [
        'the laying open of a nonce that nobody committed to',
        'cn-desk',
        'nominating',
        'panel/draws/nonces',
        { ...DRAW, nonce: DIGEST },
        409,
        'nonce-not-committed',
        'I-72',
      ],
      [
        'a nonce by the registry',
        'us-registry',
        'nominating',
        'panel/draws/commitments',
        { ...DRAW, commitment: DIGEST },
        403,
        'role-required',
        'I-72',
      ],
      [
        'a nonce for a case whose findings are issued',
        'us-desk',
        'issued',
        'panel/draws/commitments',
        { ...DRAW, commitment: DIGEST },
        409,
        'screening-ended',
        'I-26',
      ],
      [
        'a nomination of the other side’s person',
        'us-desk',
        'nominating',
        'panel/nominations',
        { member: 'cn-panel-3' },
        422,
        'not-on-frozen-roster',
        'S6',
      ],
      [
        'a nomination of who sits already',
        'us-desk',
        'nominating',
        'panel/nominations',
        { member: 'us-panel-1' },
        422,
        'nominee-not-eligible',
        'I-05',
      ],
      [
        'a nomination for no seat',
        'cn-desk',
        'nominating',
        'panel/nominations',
        { member: 'cn-panel-3' },
        409,
        'no-vacant-seat',
        'S6',
      ],
      [
        'a disclosure by another person',
        'us-panel-3',
        'nominating',
        'panel/disclosures',
        STATEMENT,
        404,
        'not-found',
        'I-43',
      ],
      [
        'a disclosure of who is challenged',
        'cn-panel-1',
        'challenged',
        'panel/disclosures',
        STATEMENT,
        409,
        'disclosure-awaits-decision',
        'S6',
      ],
      [
        'a challenge of who has not disclosed',
        'us-desk',
        'nominating',
        'panel/challenges',
        { member: 'cn-panel-2', grounds: words('Ties.') },
        409,
        'not-open-to-challenge',
        'S6',
      ],
      [
        'a challenge of one’s own member',
        'us-desk',
        'challenged',
        'panel/challenges',
        { member: 'us-panel-1', grounds: words('Ties.') },
        403,
        'own-member',
        'S6',
      ],
      [
        'a second challenge',
        'us-desk',
        'challenged',
        'panel/challenges',
        { member: 'cn-panel-1', grounds: words('Ties.') },
        409,
        'not-open-to-challenge',
        'S6',
      ],
      [
        'a challenge of a seated member for a fact of the time for challenges',
        'us-desk',
        'reviewing',
        'panel/challenges',
        { member: 'cn-panel-1', grounds: words('Ties.'), cameToLight: '2020-02-03T10:00:00Z' },
        422,
        'fact-known-in-time',
        'S6',
      ],
      [
        'a challenge of nobody on the panel',
        'us-desk',
        'challenged',
        'panel/challenges',
        { member: 'cn-panel-4', grounds: words('Ties.') },
        404,
        'unknown-member',
        'S6',
      ],
      [
        'a vote of a challenged member',
        'cn-panel-1',
        'challenged',
        'panel/votes',
        VOTE,
        403,
        'member-challenged',
        'I-09',
      ],
      [
        'a note of a challenged member',
        'cn-panel-1',
        'challenged',
        'panel/deliberation-notes',
        NOTE,
        403,
        'member-challenged',
        'I-09',
      ],
      [
        'a draft of a challenged member',
        'cn-panel-1',
        'challenged',
        'panel/interim',
        DRAFT,
        403,
        'member-challenged',
        'I-09',
      ],
      [
        'a signature of a challenged member',
        'cn-panel-1',
        'challenged',
        'panel/interim/signatures',
        { digest: DIGEST },
        403,
        'member-challenged',
        'I-09',
      ],
      [
        'a decision by the same co-head again',
        'us-cohead',
        'challenged',
        'panel/challenges/challenge:1/decisions',
        { verdict: 'upheld', digest: DIGEST },
        409,
        'side-already-signed',
        'I-04',
      ],
      [
        'a decision over another digest',
        'cn-cohead',
        'challenged',
        'panel/challenges/challenge:1/decisions',
        { verdict: 'upheld', digest: DIGEST },
        422,
        'signed-digest-differs',
        'I-04',
      ],
      [
        'a decision of no challenge',
        'cn-cohead',
        'challenged',
        'panel/challenges/challenge:9/decisions',
        { verdict: 'upheld', digest: DIGEST },
        404,
        'unknown-challenge',
        'S6',
      ],
      [
        'a decision of what is decided',
        'cn-cohead',
        'replaced',
        'panel/challenges/challenge:1/decisions',
        { verdict: 'upheld', digest: DIGEST },
        409,
        'challenge-decided',
        'S6',
      ],
      [
        'a replacement before the decision',
        'us-desk',
        'challenged',
        'panel/replacements',
        { member: 'cn-panel-1' },
        409,
        'not-open-to-replacement',
        'S6',
      ],
      [
        'a second replacement',
        'us-desk',
        'replaced',
        'panel/replacements',
        { member: 'cn-panel-2' },
        409,
        'not-open-to-replacement',
        'S6',
      ],
      [
        'a replacement of who has left',
        'us-desk',
        'replaced',
        'panel/replacements',
        { member: 'cn-panel-1' },
        404,
        'unknown-member',
        'S6',
      ],
      [
        'a vote before the panel is composed',
        'us-panel-1',
        'challenged',
        'panel/votes',
        VOTE,
        403,
        'not-seated',
        'I-08',
      ],
      [
        'a draft while the panel is not whole',
        'us-panel-1',
        'broken',
        'panel/interim',
        DRAFT,
        409,
        'parity-broken',
        'I-02',
      ],
      ['a vote before the findings', 'us-panel-1', 'reviewing', 'panel/votes', VOTE, 409, 'not-making-findings', 'S9'],
      [
        'a signature of who is no co-chair',
        'us-panel-2',
        'reviewing',
        'panel/interim/signatures',
        { digest: DIGEST },
        403,
        'not-a-co-chair',
        'I-03',
      ],
      [
        'a signature over another draft',
        'us-panel-1',
        'reviewing',
        'panel/interim/signatures',
        { digest: DIGEST },
        422,
        'signed-digest-differs',
        'I-04',
      ],
      [
        'a comment on no interim text',
        'us-desk',
        'reviewing',
        'panel/interim/comments',
        COMMENT,
        409,
        'no-interim-to-comment',
        'S8',
      ],
      ['a second comment', 'cn-desk', 'interim', 'panel/interim/comments', COMMENT, 409, 'already-commented', 'S8'],
      ['a draft after the interim text', 'cn-panel-1', 'interim', 'panel/interim', DRAFT, 409, 'not-in-review', 'S7'],
      [
        'a comment after the time for comments',
        'cn-desk',
        'deciding',
        'panel/interim/comments',
        COMMENT,
        409,
        'comment-out-of-time',
        'S8',
      ],
      [
        'a draft that cites an exhibit of another case',
        'cn-panel-1',
        'reviewing',
        'panel/interim',
        { ...DRAFT, exhibits: ['CHN-2'] },
        422,
        'unknown-exhibit',
        'I-65',
      ],
      [
        'reasons that cite an exhibit of another case',
        'cn-panel-1',
        'deciding',
        'findings/reasons',
        { ...REASONS, exhibits: CITED },
        422,
        'unknown-exhibit',
        'I-65',
      ],
      [
        'a statement that cites an exhibit of another case',
        'us-panel-1',
        'deciding',
        'findings/statements',
        { ...SIDE, exhibits: CITED },
        422,
        'unknown-exhibit',
        'I-65',
      ],
      [
        'a vote on no claim',
        'us-panel-1',
        'deciding',
        'panel/votes',
        { ...VOTE, claim: 'C9' },
        422,
        'unknown-claim',
        'S9',
      ],
      ['a closing before all have voted', 'cn-panel-1', 'deciding', 'findings/close', {}, 409, 'not-all-voted', 'S9'],
      [
        'a closing by who is no co-chair',
        'cn-panel-2',
        'deciding',
        'findings/close',
        {},
        403,
        'not-a-co-chair',
        'I-03',
      ],
      [
        'a certification of no findings',
        'cn-cohead',
        'deciding',
        'findings/certifications',
        { digest: DIGEST },
        409,
        'no-findings-to-certify',
        'S9',
      ],
      ['a vote after closing', 'us-panel-1', 'closed', 'panel/votes', VOTE, 409, 'deliberation-closed', 'I-11'],
      [
        'a note after closing',
        'us-panel-1',
        'closed',
        'panel/deliberation-notes',
        NOTE,
        409,
        'deliberation-closed',
        'I-11',
      ],
      [
        'reasons after closing',
        'us-panel-1',
        'closed',
        'findings/reasons',
        REASONS,
        409,
        'deliberation-closed',
        'I-11',
      ],
      [
        'a statement after closing',
        'us-panel-1',
        'closed',
        'findings/statements',
        SIDE,
        409,
        'deliberation-closed',
        'I-11',
      ],
      ['a second closing', 'cn-panel-1', 'closed', 'findings/close', {}, 409, 'deliberation-closed', 'I-11'],
      [
        'a recusal after the findings',
        'cn-panel-1',
        'closed',
        'panel/recusals',
        { reason: [] },
        409,
        'findings-already-made',
        'S9',
      ],
      [
        'a second certification',
        'cn-cohead',
        'closed',
        'findings/certifications',
        { digest: DIGEST },
        409,
        'side-already-signed',
        'I-04',
      ],
      [
        'a certification over another digest',
        'us-cohead',
        'closed',
        'findings/certifications',
        { digest: DIGEST },
        422,
        'signed-digest-differs',
        'I-04',
      ],
      ['a vote after the end', 'us-panel-1', 'issued', 'panel/votes', VOTE, 409, 'screening-ended', 'I-26'],
      [
        'a dossier without a basis',
        'cn-desk',
        'reviewing',
        'referral/dossiers',
        DOSSIER,
        409,
        'no-basis-for-a-dossier',
        'I-48',
      ],
      [
        'a dossier for the World Bank',
        'cn-desk',
        'interim',
        'referral/dossiers',
        { ...DOSSIER, forum: 'WORLD_BANK' },
        409,
        'forum-hears-no-state',
        'I-49',
      ],
      [
        'a dossier for the respondent',
        'us-desk',
        'issued',
        'referral/dossiers',
        DOSSIER,
        403,
        'no-claims-of-own',
        'S12',
      ],
      ['a second dossier', 'cn-desk', 'issued', 'referral/dossiers', DOSSIER, 409, 'dossier-pending', 'S12'],
      [
        'an exit notice of the respondent',
        'us-desk',
        'issued',
        'referral/exit-notices',
        {},
        403,
        'no-claims-of-own',
        'S12',
      ],
      [
        'a signature over another dossier',
        'us-cohead',
        'issued',
        'referral/dossiers/1/signatures',
        { digest: DIGEST },
        422,
        'dossier-digest-differs',
        'I-04',
      ],
      [
        'a signature of no dossier',
        'us-cohead',
        'issued',
        'referral/dossiers/9/signatures',
        { digest: DIGEST },
        404,
        'no-such-dossier',
        'S12',
      ],
      [
        'a hand-over by who does not hold it',
        'cn-desk',
        'reviewing',
        'exhibits/CHN-1/custody',
        { ...HAND_OVER, from: 'Archive' },
        422,
        'custody-chain-broken',
        'I-34',
      ],
      [
        'a hand-over before the one before',
        'cn-desk',
        'reviewing',
        'exhibits/CHN-1/custody',
        { ...HAND_OVER, at: '2026-03-01T09:00:00+01:00' },
        422,
        'custody-out-of-order',
        'I-34',
      ],
      [
        'a hand-over of the other side’s exhibit',
        'us-desk',
        'reviewing',
        'exhibits/CHN-1/custody',
        HAND_OVER,
        403,
        'not-your-exhibit',
        'I-42',
      ],
      [
        'a hand-over of no exhibit',
        'cn-desk',
        'deciding',
        'exhibits/CHN-1/custody',
        HAND_OVER,
        404,
        'unknown-exhibit',
        'I-43',
      ],
    ])('is %s', async (_what, user, stage, act, body, status, code, rule) => {
      refused(await clients[user].post(pathOf(stage, act), body), act, status, code, rule);
    });

    it('is a challenged member’s: it reads nothing of the deliberation either', async () => {
      const answer = await clients['cn-panel-1'].get(pathOf('challenged', 'panel/votes'));
      expect(faultsOfRefusal(answer)).toEqual([]);
      expect(answer.body).toMatchObject({ status: 403, code: 'member-challenged', rule: 'I-09' });
    });

    it(
      'is a second signature of a co-chair under the draft, and of a co-head under the ' +
        'dossier, over the true digest',
      async () => {
        const { draft } = await clients['us-panel-1'].read<{ draft: { digest: string } }>(
          pathOf('reviewing', 'panel/votes'),
        );
        const again = await clients['cn-panel-1'].post(pathOf('reviewing', 'panel/interim/signatures'), {
          digest: draft.digest,
        });
        refused(again, 'panel/interim/signatures', 409, 'co-chair-already-signed', 'S8');
        const { assembly } = await clients['cn-cohead'].read<{ assembly: { digest: string } }>(
          pathOf('issued', 'referral/dossiers/1'),
        );
        const twice = await clients['cn-cohead'].post(pathOf('issued', 'referral/dossiers/1/signatures'), {
          digest: assembly.digest,
        });
        refused(twice, 'referral/dossiers/1/signatures', 409, 'side-has-signed', 'I-04');
      },
    );

    it('is a decision of the challenged member, were it a co-head', async () => {
      const claims = claimsOf(clients['cn-panel-1'].token ?? '');
      const member = Client.withToken(parley.url, forgedToken(parley.dataDir, { ...claims, roles: ['cohead'] }));
      const act = 'panel/challenges/challenge:1/decisions';
      refused(
        await member.post(pathOf('challenged', act), { verdict: 'not-upheld', digest: DIGEST }),
        act,
        403,
        'challenged-member-decides',
        'I-10',
      );
    });

    it('is an exhibit after the end', async () => {
      const late = fileExhibit(clients['cn-desk'], cases.issued, Uint8Array.from(Buffer.from('late')), EXHIBIT);
      await expect(late).rejects.toThrow(/409 .*"code":"screening-ended"/);
    });

    it.each<readonly [string, Stage, string, object]>([
      ['nominates', 'nominating', 'panel/nominations', { member: 'us-panel-2' }],
      ['discloses', 'nominating', 'panel/disclosures', STATEMENT],
      ['challenges', 'challenged', 'panel/challenges', { member: 'cn-panel-2', grounds: words('Ties.') }],
      [
        'decides a challenge',
        'challenged',
        'panel/challenges/challenge:1/decisions',
        { verdict: 'not-upheld', digest: DIGEST },
      ],
      ['replaces', 'replaced', 'panel/replacements', { member: 'us-panel-1' }],
      ['leaves', 'deciding', 'panel/recusals', { reason: [] }],
      ['drafts', 'reviewing', 'panel/interim', DRAFT],
      ['signs a draft', 'reviewing', 'panel/interim/signatures', { digest: DIGEST }],
      ['comments', 'interim', 'panel/interim/comments', COMMENT],
      ['votes', 'deciding', 'panel/votes', VOTE],
      ['writes a note', 'deciding', 'panel/deliberation-notes', NOTE],
      ['gives reasons', 'deciding', 'findings/reasons', REASONS],
      ['gives a statement', 'deciding', 'findings/statements', SIDE],
      ['closes', 'deciding', 'findings/close', {}],
      ['certifies', 'closed', 'findings/certifications', { digest: DIGEST }],
      ['asks for a dossier', 'issued', 'referral/dossiers', DOSSIER],
      ['gives an exit notice', 'reviewing', 'referral/exit-notices', {}],
      ['signs a dossier', 'issued', 'referral/dossiers/1/signatures', { digest: DIGEST }],
      [
        'files an exhibit',
        'reviewing',
        'exhibits',
        { ...EXHIBIT, title: words('Late.'), uploadId: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11', digest: DIGEST },
      ],
    ])(
      'is one with which the registry, an auditor, the operator or somebody of no case %s',
      async (_what, stage, act, body) => {
        for (const user of ['us-registry', 'us-auditor', 'operator', 'us-outsider', 'cn-outsider'] as const) {
          const answer = await clients[user].post(pathOf(stage, act), body);
          expect([user, faultsOfRefusal(answer)]).toEqual([user, []]);
          expect([user, answer.status]).toEqual([
            user,
            (answer.body as { code: string }).code === 'not-found' ? 404 : 403,
          ]);
        }
      },
    );

    it('is a hand-over by an auditor or by somebody of no case', async () => {
      for (const user of ['us-auditor', 'us-outsider'] as const)
        expect(
          faultsOfRefusal(await clients[user].post(pathOf('reviewing', 'exhibits/CHN-1/custody'), HAND_OVER)),
        ).toEqual([]);
    });
  });

  it('done again with the same key is the same act, with another key a change (I-11)', async () => {
    const vote = (on: string, key: string) =>
      clients['us-panel-2'].act<{ votes: readonly { member: string; on: string }[] }>(
        pathOf('deciding', 'panel/votes'),
        { claim: 'C1', on },
        { key },
      );
    const first = await vote('substantiated', 'vote');
    const once = await everything();
    expect(await vote('substantiated', 'vote')).toMatchObject({
      status: first.status,
      body: first.body,
      etag: first.etag,
    });
    expect(await everything()).toEqual(once);
    const changed = await vote('abstain', 'change');
    expect(changed.body.votes.filter(({ member }) => member === 'us-panel-2')).toEqual([
      expect.objectContaining({ on: 'abstain' }),
    ]);
    expect(changed.etag).not.toBe(first.etag);
    expect(await everything()).not.toEqual(once);
  });

  it('done again with the same key and other content is refused, and no vote is changed', async () => {
    const body = { claim: 'C1', on: 'substantiated' };
    await clients['us-panel-1'].act(pathOf('deciding', 'panel/votes'), body, { key: 'taken' });
    const once = await everything();
    const answer = await clients['us-panel-1'].post(
      pathOf('deciding', 'panel/votes'),
      { ...body, on: 'abstain' },
      { key: 'taken' },
    );
    refused(answer, 'panel/votes', 409, 'idempotency-key-reused', 'I-28');
    expect(await everything()).toEqual(once);
  });
});
