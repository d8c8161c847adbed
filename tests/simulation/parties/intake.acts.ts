import { OBJECTION_KINDS, type Reply } from '../../../services/intake/src/case/reply/reply.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind } from './act-kind';
import { fileAgain } from './file-case';
import { broken, deficient, filingOf, grievance } from './grievances';
import { english } from './texts';

const lawfulReply = (random: SeededRandom): Reply =>
  random.pick<Reply>([
    { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
    {
      position: 'accepts-with-reservation',
      objections: [],
      reservation: english('As to C1.'),
      counterStatements: [{ claim: 'C1', statement: english('Not so.') }],
    },
    {
      position: 'objects',
      objections: [
        {
          kind: random.pick(OBJECTION_KINDS),
          ...(random.percent(50) ? { claims: ['C1'] } : {}),
          reasons: english('It is ours to judge.'),
        },
        ...(random.percent(30) ? [{ kind: 'time', reasons: english('It came too late.') } as const] : []),
      ],
      reservation: [],
      counterStatements: [],
    },
  ]);

const faultyReply = (random: SeededRandom): Reply =>
  random.pick<Reply>([
    { position: 'objects', objections: [], reservation: [], counterStatements: [] },
    { position: 'accepts', objections: [{ kind: 'security', reasons: [] }], reservation: [], counterStatements: [] },
    { position: 'accepts-with-reservation', objections: [], reservation: [], counterStatements: [] },
    {
      position: 'accepts',
      objections: [],
      reservation: [],
      counterStatements: [{ claim: 'C9', statement: english('Not so.') }],
    },
  ]);

export const intakeActs: readonly ActKind[] = [
  {
    name: 'FindComplete',
    answers: ['completeness'],
    offer: (view) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: { type: 'FindComplete', ...official('registry', view) },
    }),
  },
  {
    name: 'IssueDeficiencyNotice',
    answers: ['completeness'],
    offer: (view) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: { type: 'IssueDeficiencyNotice', ...official('registry', view) },
    }),
  },
  {
    name: 'CureDeficiency',
    answers: ['cure', 'cure', 'cure'],
    offer(view, random) {
      const desk = official('desk', { ...view, party: view.filed.parties.complainant });
      const written = random.percent(6) ? broken : random.percent(40) ? deficient : grievance;
      const content = written(view.filed.parties, random);
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'CureDeficiency', ...desk, ...filingOf(content, desk.by, view.serial, random) },
      };
    },
  },
  {
    name: 'FileReply',
    answers: ['reply'],
    offer(view, random) {
      const reply = random.percent(15) ? faultyReply(random) : lawfulReply(random);
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'FileReply', ...official('desk', { ...view, party: view.filed.parties.respondent }), reply },
      };
    },
  },
  {
    // In the short time between the check and the docket number, or of the whole case although the other side has
    // claims in it too.
    name: 'WithdrawGrievance',
    answers: [],
    offer({ filed, ...view }, random) {
      const ofBoth = filed.grievance.claims.some(({ claimant }) => claimant === 'respondent');
      if (filed.status !== 'complete' && !random.percent(ofBoth ? 60 : 3)) return undefined;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'WithdrawGrievance', ...official('desk', { ...view, party: filed.parties.complainant }) },
      };
    },
  },
  {
    name: 'GiveResumptionNotice',
    answers: ['suspension', 'resumption'],
    offer(view, random) {
      if (!random.percent(view.filed.status === 'suspended' ? 50 : 4)) return undefined;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'GiveResumptionNotice', ...official('desk', view) },
      };
    },
  },
  {
    name: 'FileGrievance',
    answers: ['interim-comments', 'findings'],
    offer: (view, random) => fileAgain(view, random),
  },
  {
    name: 'ConsentToRefiling',
    answers: [],
    offer({ filed, ...view }, random) {
      const gone = filed.withdrawals.flatMap(({ claims }) => claims.map(({ thing }) => thing.id));
      const ids = [...gone, ...filed.grievance.claims.map(({ id }) => id)];
      const isBarring = filed.review.interimAt !== null || (filed.status === 'ended' && filed.outcome === 'withdrawn');
      if (ids.length === 0 || !random.percent(isBarring ? 60 : 5)) return undefined;
      const party = random.percent(85) ? filed.parties.respondent : view.party;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'ConsentToRefiling', ...official('desk', { ...view, party }), claims: [random.pick(ids)] },
      };
    },
  },
  {
    // It says why, where the other withdrawals say nothing.
    name: 'WithdrawGrievance',
    answers: ['completeness', 'cure'],
    obstructs: true,
    offer(view, random) {
      if (!random.percent(25)) return undefined;
      const party = random.percent(75) ? view.filed.parties.complainant : view.party;
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: {
          type: 'WithdrawGrievance',
          ...official('desk', { ...view, party }),
          reason: { en: 'The duties were repealed.', 'zh-Hans': '该关税已取消。' },
        },
      };
    },
  },
];
