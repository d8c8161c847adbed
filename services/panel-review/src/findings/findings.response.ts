import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { DisposalShown } from '../claims/objections.response';
import { MarkShown, PublishedReasonsShown } from '../marks/marks.response';
import { VOTES } from './findings.request';
import { STEPS } from './steps.rules';
import { TranslatedTextShown, UntranslatedShown } from './translations.response';

export const CLOSED_BY = ['co-chairs', 'time', 'long-stop'] as const;

export const OUTCOMES = ['substantiated', 'not-substantiated', 'not-agreed', 'not-screened'] as const;

@ApiSchema({ description: 'Reasons or a statement, by digest.' })
export class ReasonedTextShown {
  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'Exhibits on which it rests (I-65).', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];
}

@ApiSchema({ description: 'The separate statements on a claim.' })
export class StatementsShown {
  @Shown({
    meaning: 'Of the complainant’s side; `null` when none was given in time.',
    type: () => ReasonedTextShown,
    nullable: true,
  })
  readonly complainant: ReasonedTextShown | null;

  @Shown({
    meaning: 'Of the respondent’s side; `null` when none was given in time.',
    type: () => ReasonedTextShown,
    nullable: true,
  })
  readonly respondent: ReasonedTextShown | null;
}

@ApiSchema({ description: 'A vote whose member chose to have it shown.' })
export class AttributedVoteShown {
  @Shown({ meaning: 'Pseudonym of the member, who chose to have it shown.', kind: 'person' })
  readonly member: string;

  @Shown({ meaning: 'The vote.', values: VOTES })
  readonly on: string;
}

@ApiSchema({ description: 'The finding on a claim.' })
export class FindingShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown({ meaning: 'What the panel says of it. It advises and does not judge (I-52).', values: OUTCOMES })
  readonly outcome: string;

  @Shown({
    meaning:
      'Reasons that the majority of the claim adopted. `null` notes that it adopted none in time (I-73), and stands ' +
      'with a claim that has no majority.',
    type: () => ReasonedTextShown,
    nullable: true,
  })
  readonly reasons: ReasonedTextShown | null;

  @Shown({
    meaning: 'Separate statements on a claim that is not agreed (I-13); `null` for another.',
    type: () => StatementsShown,
    nullable: true,
  })
  readonly statements: StatementsShown | null;

  @Shown({
    meaning: 'Votes whose members chose to have them shown; none before the findings are issued (I-14).',
    type: () => AttributedVoteShown,
    list: true,
  })
  readonly attributed: readonly AttributedVoteShown[];
}

@ApiSchema({ description: 'A co-head’s certification of the procedure.' })
export class CertificationShown {
  @Shown({ meaning: 'Pseudonym of the co-head.', example: 'us-cohead', kind: 'person' })
  readonly coHead: string;

  @Shown({ meaning: 'Code of the appointing side.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Digest that was certified.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly receivedAt: string;
}

@ApiSchema({ description: 'A request of the panel that was not answered in time.' })
export class UnansweredRequestShown {
  @Shown({ meaning: 'Id of the request within the case.', example: 'request:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Code of the party that was asked.', example: 'US', kind: 'party' })
  readonly askedOf: string;
}

@ApiSchema({ description: 'A step of the procedure.' })
export class StepShown {
  @Shown({ meaning: 'What was done.', values: STEPS })
  readonly step: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({
    meaning: 'Role of the side that took it; `null` for a step of neither.',
    values: ['complainant', 'respondent'],
    nullable: true,
  })
  readonly side: string | null;
}

@ApiSchema({ description: 'The findings, as far as their reader may see.' })
export class FindingsShown {
  @Shown({
    meaning:
      'What the co-heads certify: SHA-256 of the canonical JSON of `caseId`, `findings` (`findingsDigest`), `steps`.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({
    meaning: 'SHA-256 of the canonical JSON of `disposals`, `findings`, each without `attributed`, and `salt`.',
    kind: 'digest',
  })
  readonly findingsDigest: string;

  @Shown({
    meaning: 'Keeps the digest from telling the findings; `null` to who may not read these yet.',
    nullable: true,
    kind: 'digest',
  })
  readonly salt: string | null;

  @Shown({ meaning: 'Steps of the procedure, in their order.', type: () => StepShown, list: true })
  readonly steps: readonly StepShown[];

  @Shown({ meaning: 'When they were decided (UTC).', format: 'date-time' })
  readonly decidedAt: string;

  @Shown({
    meaning: 'What closed the deliberation: both co-chairs, the end of its time, or the long-stop (I-68).',
    values: CLOSED_BY,
  })
  readonly closedBy: string;

  @Shown({
    meaning: 'Codes of the sides of which a seat was not settled at the close: why a claim may be not agreed.',
    type: () => String,
    list: true,
    kind: 'party',
  })
  readonly incomplete: readonly string[];

  @Shown({
    meaning: 'When they became final (UTC); `null` while they await certification.',
    format: 'date-time',
    nullable: true,
  })
  readonly issuedAt: string | null;

  @Shown({
    meaning: 'Through what they were issued (I-04); `null` before.',
    values: ['both-signatures', 'default'],
    nullable: true,
  })
  readonly issuedBy: string | null;

  @Shown({
    meaning: 'Codes of the sides whose certification is missing.',
    type: () => String,
    list: true,
    kind: 'party',
  })
  readonly missing: readonly string[];

  @Shown({ meaning: 'Certifications of the procedure by the co-heads.', type: () => CertificationShown, list: true })
  readonly certifications: readonly CertificationShown[];

  @Shown({
    meaning: 'Requests of the panel that were not answered in time: it went on with the record that it had.',
    type: () => UnansweredRequestShown,
    list: true,
  })
  readonly unanswered: readonly UnansweredRequestShown[];

  @Shown({
    meaning:
      'A finding per claim; `null` to everybody but the seated members before they are issued (I-68), and to who ' +
      'reads only what is public.',
    type: () => FindingShown,
    list: true,
    nullable: true,
  })
  readonly findings: readonly FindingShown[] | null;

  @Shown({
    meaning: 'What the panel translated of its texts after the close; `null` as long as the findings are.',
    type: () => TranslatedTextShown,
    list: true,
    nullable: true,
  })
  readonly translations: readonly TranslatedTextShown[] | null;

  @Shown({
    meaning:
      'Texts that stand in one language alone; after the issue those of which the translation failed its time ' +
      '(I-57). `null` as long as the disposals are.',
    type: () => UntranslatedShown,
    list: true,
    nullable: true,
  })
  readonly untranslated: readonly UntranslatedShown[] | null;

  @Shown({
    meaning: 'How each objection of the reply is disposed of (I-73); `null` as long as the findings are.',
    type: () => DisposalShown,
    list: true,
    nullable: true,
  })
  readonly disposals: readonly DisposalShown[] | null;

  @Shown({
    meaning: 'What a side marked as confidential, for the parties and the panel; none before the findings are issued.',
    type: () => MarkShown,
    list: true,
  })
  readonly marks: readonly MarkShown[];

  @Shown({
    meaning: 'What everybody reads of reasons and statements (I-75); `null` before they are published.',
    type: () => PublishedReasonsShown,
    nullable: true,
  })
  readonly published: PublishedReasonsShown | null;
}
