import { REPLY } from '../../support/cases-at-every-stage';
import { MEMBERS, words } from '../../support/cases-under-review';
import type { DifferenceBody, FindingsBody, PanelBody, StateBody } from './bodies';
import { certified } from './certified';
import { Dispute } from './dispute';
import { filed, revised, supplemented, supplementedTwice } from './ds615.grievances';

/**
 * The request for consultations of 12 December 2022 was revised and replaced on 9 February 2023 and supplemented on 15
 * September 2023 and on 19 December 2024. Filing and replacement keep their real distance, moved by 104 weeks to years
 * whose working days are known. The supplements came past the long-stop of a screening, so they are compressed: the
 * first to the last day on which a supplement joins its case by itself, the second to a day on which it needs the other
 * party. The real dispute is in consultations; here everybody but the two desks is silent, and it ends by itself.
 */
const { citation = '', issuer = '' } = filed.measures[0] ?? {};
/** A field of the first measure that a clerk got wrong. */
const misprint = (field: string, becomes: string) => ({
  ...{ measure: 'M1', field, becomes, reason: { en: 'A slip of the pen.', 'zh-Hans': '笔误。' } },
  was: field === 'citation' ? citation : issuer,
});

describe(
  'DS615, United States — Measures on Certain Semiconductor and other Products, and Related ' +
    'Services and Technologies',
  () => {
    let dispute: Dispute;
    const first = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'];
    const amended = {
      parties: ['AmendmentServed', 'ClaimEvidenceOpened', 'GrievanceAmended'],
      auditors: ['AmendmentServed', 'ClaimEvidenceOpened', 'GrievanceAmended'],
      notices: ['AmendmentServed', 'ClaimEvidenceOpened', 'DocumentNoted', 'GrievanceAmended'],
      public: ['claim-evidence-opened', 'grievance-amended'],
    };

    beforeAll(async () => {
      dispute = await Dispute.begin('2024-12-09T09:00:00+01:00', '615');
    });
    afterAll(() => dispute.end());

    const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
    const claims = async (): Promise<readonly string[]> => (await dispute.shown()).grievance.claims.map(({ id }) => id);

    it('9 December: China files seven claims', async () => {
      await dispute.register('cn-desk', filed);
      expect(await dispute.shown()).toMatchObject({ docketNumber: 'CN-2024-0001', amendments: [] });
      expect(await claims()).toEqual(first);
      const record = [
        'CaseRegistered',
        'DocketNumberAllocated',
        'GrievanceFiled',
        'GrievanceFoundComplete',
        'GrievanceServed',
        'PanelOpened',
      ];
      expect(await dispute.news()).toMatchObject({
        parties: record,
        auditors: record,
        public: ['case-registered', 'panel-opened'],
      });
    });

    it('18 December: the United States replies, and both sides name the panel', async () => {
      await dispute.moveTo('2024-12-18T10:00:00+01:00');
      await dispute.act('us-desk', 'reply', REPLY);
      await dispute.compose(MEMBERS);
      const record = ['DisclosureMade ×4', 'MemberNominated ×4', 'ReplyFiled'];
      expect(await dispute.news()).toEqual({
        parties: record,
        auditors: record,
        notices: record,
        public: ['disclosure-made ×4', 'member-nominated ×4', 'reply-received'],
      });
    });

    it(
      '6 February: China revises and replaces; the docket number stays, and only what is replaced is to ' +
        'be answered anew (I-24)',
      async () => {
        await dispute.moveTo('2025-02-06T10:00:00+01:00');
        await dispute.news();
        const [before, review] = [await dispute.due(), (await panel()).deadlines];
        await dispute.act('cn-desk', 'amendments', await certified(dispute, revised, 'replacement'));
        expect(await dispute.shown()).toMatchObject({
          docketNumber: 'CN-2024-0001',
          exchange: { stage: 'closed' },
          amendments: [{ id: 'R1', replaced: ['C1'], dropped: ['C7'], added: [], stage: 'awaiting-reply' }],
        });
        expect(await dispute.due()).toEqual({ ...before, 'reply:R1': '2025-02-21T16:00:00.000Z' });
        expect((await panel()).deadlines).toEqual([...review, expect.objectContaining({ id: 'evidence:R1' })]);
        expect(await dispute.news()).toEqual(amended);
        const { line } = await dispute.docket();
        expect(line).toMatchObject({
          docketNumber: 'CN-2024-0001',
          nextDeadlines: [{ id: 'evidence', awaits: 'parties' }],
          publicSummary: revised.publicSummary,
        });
      },
    );

    it(
      '7 February, the sixtieth day: a supplement joins by itself, and its claim has ' + 'clocks of its own (I-24)',
      async () => {
        await dispute.moveTo('2025-02-07T10:00:00+01:00');
        const before = await dispute.due();
        await dispute.act('cn-desk', 'amendments', await certified(dispute, supplemented, 'supplement'));
        expect((await dispute.shown()).amendments).toMatchObject([
          { id: 'R1' },
          { id: 'S1', added: ['C8'], replaced: [], dropped: [], stage: 'awaiting-reply' },
        ]);
        expect(await dispute.due()).toEqual({ ...before, 'reply:S1': '2025-02-24T16:00:00.000Z' });
        expect(await dispute.news()).toEqual(amended);
      },
    );

    it('14 February: the United States answers what was replaced, and nothing else with it', async () => {
      await dispute.moveTo('2025-02-14T10:00:00+01:00');
      const answer = (claim: string) => ({ counterStatements: [{ claim, statement: words('As before.') }] });
      expect(await dispute.refused('us-desk', 'amendments/R1/reply', answer('C8'))).toMatchObject({
        status: 422,
        code: 'claim-not-of-the-amendment',
      });
      expect(await dispute.refused('cn-desk', 'amendments/R1/reply', answer('C1'))).toMatchObject({
        status: 403,
        code: 'not-the-respondent',
      });
      await dispute.act('us-desk', 'amendments/R1/reply', answer('C1'));
      expect((await dispute.shown()).amendments).toMatchObject([
        { id: 'R1', stage: 'consultations', unanswered: false },
        { id: 'S1', stage: 'awaiting-reply' },
      ]);
      expect(await dispute.news()).toEqual({
        parties: ['AmendmentAnswered', 'ClaimEvidenceOpened', 'EvidenceClosed'],
        auditors: ['AmendmentAnswered', 'ClaimEvidenceOpened', 'EvidenceClosed'],
        notices: ['AmendmentAnswered', 'ClaimEvidenceOpened', 'DocumentNoted', 'EvidenceClosed'],
        public: ['amendment-reply-received', 'claim-evidence-opened', 'evidence-closed'],
      });
    });

    it('24 February, 17:00: it is silent on the supplement, which is a public fact and holds nothing up', async () => {
      await dispute.moveTo('2025-02-24T17:01:00+01:00');
      expect((await dispute.shown()).amendments).toMatchObject([
        { id: 'R1', unanswered: false },
        { id: 'S1', stage: 'consultations', unanswered: true },
      ]);
      // Neither side has translated its text, which it wrote in one language. Both sides find that on record, and no
      // clock waits for it.
      const lapsed = ['AmendmentReplyLapsed', 'ClaimEvidenceClosed', 'EvidenceAnswersClosed', 'TranslationMissing ×2'];
      expect(await dispute.news()).toEqual({
        parties: lapsed,
        auditors: lapsed,
        notices: lapsed,
        public: ['amendment-reply-lapsed', 'claim-evidence-closed', 'evidence-answers-closed'],
      });
      expect((await dispute.docket()).entries).toContainEqual(
        expect.objectContaining({
          at: '2025-02-24T16:00:00.000Z',
          texts: expect.objectContaining({ en: expect.stringContaining('S1') }),
        }),
      );
    });

    it('25 February: a second supplement is too late to join by itself', async () => {
      await dispute.moveTo('2025-02-25T10:00:00+01:00');
      expect(
        await dispute.refused('cn-desk', 'amendments', await certified(dispute, supplementedTwice, 'supplement')),
      ).toEqual({ status: 409, code: 'supplement-late', rule: 'I-24' });
      expect(await dispute.news()).toEqual({ parties: [], auditors: [], notices: [], public: [] });
    });

    it('25 February: it joins because the United States agrees', async () => {
      const before = await dispute.due();
      await dispute.agree('supplements', await certified(dispute, supplementedTwice), ['cn-desk', 'us-desk']);
      expect((await dispute.shown()).amendments.at(-1)).toMatchObject({
        id: 'S2',
        added: ['C9'],
        stage: 'awaiting-reply',
      });
      expect(await dispute.due()).toEqual({ ...before, 'reply:S2': '2025-03-11T16:00:00.000Z' });
      const record = [
        'AmendmentServed',
        'ClaimEvidenceOpened',
        'ConsentProposed',
        'GrievanceAmended',
        'ProposalSigned',
      ];
      const { public: published } = amended;
      expect(await dispute.news()).toMatchObject({ parties: record, auditors: record, public: published });
    });

    it('26 February: China corrects two clerical errors, of which nobody but the desks is told yet', async () => {
      await dispute.moveTo('2025-02-26T10:00:00+01:00');
      const before = await dispute.due();
      await dispute.act('cn-desk', 'corrections', misprint('citation', 'a corrected citation'));
      await dispute.act('cn-desk', 'corrections', misprint('issuer', 'a corrected issuer'));
      expect(await dispute.refused('cn-desk', 'corrections', misprint('number', 'another'))).toEqual({
        ...{ status: 422, code: 'corrects-another-text', rule: 'I-24' },
      });
      const until = '2025-03-05T16:00:00.000Z';
      expect(await dispute.due()).toEqual({ ...before, 'proposal:2': until, 'proposal:3': until });
      const record = ['ConsentProposed ×2'];
      expect(await dispute.news()).toMatchObject({ parties: record, notices: record, public: [] });
    });

    it('26 February: the United States objects to one of them at once, and it stays as it was', async () => {
      await dispute.act('us-desk', 'proposals/proposal:3/refusal');
      const again = misprint('issuer', 'a corrected issuer');
      expect(await dispute.refused('cn-desk', 'corrections', again)).toMatchObject({ code: 'corrected-already' });
      expect((await dispute.shown()).grievance.measures[0]).toMatchObject({ issuer });
      expect(await dispute.news()).toMatchObject({ parties: ['ProposalDeclined'], public: [] });
    });

    it('5 March, 17:00: it is silent on the other, which counts, resets no claim and is on the docket', async () => {
      const { 'proposal:2': until, ...before } = await dispute.due();
      await dispute.moveTo('2025-03-05T17:01:00+01:00');
      expect(until).toBe('2025-03-05T16:00:00.000Z');
      expect(await dispute.due()).toEqual(before);
      const { grievance, amendments } = await dispute.shown();
      expect(grievance.measures[0]).toMatchObject({ citation: 'a corrected citation', issuer });
      expect(amendments.map(({ id }) => id)).toEqual(['R1', 'S1', 'S2']);
      const entry = (await dispute.docket()).entries.find(({ kind }) => kind === 'measure-corrected');
      expect(entry?.texts.en).toBe(
        'A clerical error in measure M1 is corrected, since the other party did not object in time: its citation ' +
          `reads “a corrected citation” instead of “${citation}”. No claim is reset.`,
      );
      expect(entry?.texts['zh-Hans']).toContain(citation);
    });

    it('has the claims before the panel that stand, and no others', async () => {
      expect(await claims()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C8', 'C9']);
      expect((await panel()).claims).toEqual(await claims());
    });

    it(
      '30 June: left to silence it has ended by itself, with a finding on each of ' + 'these claims (I-13, I-17)',
      async () => {
        await dispute.moveTo('2025-06-30T10:00:00+02:00');
        expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued', deadlines: [] });
        const { findings } = await dispute.as('us-desk').read<FindingsBody>(dispute.path('panel/findings'));
        expect(findings.map(({ claimId, outcome }) => `${claimId} ${outcome}`)).toEqual(
          (await claims()).map((id) => `${id} not-agreed`),
        );
        const { parties, auditors, public: told } = await dispute.news();
        expect(parties).toEqual(
          expect.arrayContaining([
            'AmendmentConsultationsClosed ×3',
            'AmendmentReplyLapsed',
            'FindingsIssued',
            'InterimMissing',
            'ScreeningEnded',
          ]),
        );
        expect(auditors).toEqual(parties);
        expect(told).toEqual(
          expect.arrayContaining([
            'amendment-consultations-closed ×3',
            'amendment-reply-lapsed',
            'findings-issued',
            'interim-missing',
            'screening-ended',
          ]),
        );
      },
    );

    it.each([
      ['2025-02-01T00:00:00Z', first, 0],
      ['2025-02-06T20:00:00Z', ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'], 1],
      ['2025-02-20T00:00:00Z', ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C8'], 2],
    ])('is shown as it stood at %s, with the claims of that day', async (asOf, standing, amendments) => {
      const then = await dispute.shown(asOf);
      expect(then.grievance.claims.map(({ id }) => id)).toEqual(standing);
      expect(then.amendments).toHaveLength(amendments);
    });

    it(
      'tells an auditor what it became between two days: what happened, and which clocks ' + 'that started and moved',
      async () => {
        for (const auditor of ['us-auditor', 'cn-auditor']) {
          const { happened, opened, closed, moved } = await dispute
            .as(auditor)
            .read<DifferenceBody>(
              `${dispute.path('history/difference')}?from=2025-02-06T00:00:00Z&to=2025-02-08T00:00:00Z`,
            );
          expect(
            happened
              .filter(({ stream }) => stream.startsWith('intake.case-'))
              .map(({ type, times }) => `${type} ×${String(times)}`)
              .sort(),
          ).toEqual(['AmendmentServed ×2', 'GrievanceAmended ×2']);
          expect(opened.filter(({ clock }) => clock === 'reply').map(({ id }) => id)).toEqual(['reply:R1', 'reply:S1']);
          expect([closed, moved]).toEqual([[], []]);
        }
      },
    );

    it.each([
      ['complainant', ['AmendmentServed', 'GrievanceAmended']],
      ['respondent', ['AmendmentServed', 'GrievanceAmended']],
      ['public', ['GrievanceAmended']],
    ])('shows an auditor the case as the %s saw it on 7 February', async (eyes, seen) => {
      const { happened } = await dispute
        .as('us-auditor')
        .read<StateBody>(`${dispute.path('history/state')}?asOf=2025-02-07T20:00:00Z&as=${eyes}`);
      expect(
        happened
          .filter(({ type }) => type.includes('Amend') && !type.endsWith('Noted'))
          .map(({ type }) => type)
          .sort(),
      ).toEqual(seen);
    });
  },
);
