import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, Shown } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import { CORRECTED_FIELDS } from '../amendments/correct-measure.rules';
import { GrievanceRequest } from '../filing/grievance.request';
import type { MatterKind, Signatories } from './proposal.rules';

export const MATTERS = [
  'extension',
  'suspension',
  'resumption',
  'track',
  'rules',
  'supplement',
  'replacement',
  'correction',
  'joinder',
  'consolidation',
  'deconsolidation',
  'reopening',
] as const satisfies readonly MatterKind[];
export const SIGNATORIES = ['parties', 'coheads'] as const satisfies readonly Signatories[];

@ApiSchema({ description: 'A certification as it is signed over.' })
class SignedCertificationShown {
  @Shown({ meaning: 'Who certified.', example: 'cn-desk', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'Digest of the grievance that was certified.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'The receipt of an amendment as it is signed over.' })
class SignedReceiptShown {
  @Shown({ meaning: 'Receipt number.', format: 'uuid' })
  readonly number: string;

  @Shown({ meaning: 'Digest of the grievance that was received.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'Signature of the registry.', kind: 'jws' })
  readonly jws: string;
}

@ApiSchema({ description: 'A case beside another as it is signed over.' })
class SignedCaseShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly caseId: string;

  @Shown({ meaning: 'Its docket number.', kind: 'docketNumber' })
  readonly docketNumber: string;
}

@ApiSchema({ description: 'A matter as it is signed, with the fields that its kind has.' })
class SignedMatterShown {
  @Shown({ meaning: 'What it is about.', values: MATTERS })
  readonly kind: MatterKind;

  @Shown({ meaning: 'Why.', type: () => BilingualShown, optional: true })
  readonly reason?: Bilingual;

  @Shown({ meaning: 'Deadline that is extended.', example: 'reply', kind: 'word', optional: true })
  readonly deadline?: string;

  @Shown({ meaning: 'By how much, in its own unit.', example: 5, optional: true })
  readonly by?: number;

  @Shown({ meaning: 'Last day of a suspension.', format: 'date', nullable: true, optional: true })
  readonly until?: string | null;

  @Shown({ meaning: 'The track.', values: ['complex'], optional: true })
  readonly track?: string;

  @Shown({ meaning: 'Version of the rules.', kind: 'version', optional: true })
  readonly version?: string;

  @Shown({ meaning: 'Digest of the grievance that is replaced.', kind: 'digest', optional: true })
  readonly replaces?: string;

  @Shown({ meaning: 'The grievance as it is to stand.', type: () => GrievanceRequest, optional: true })
  readonly grievance?: object;

  @Shown({ meaning: 'Its certification.', type: () => SignedCertificationShown, optional: true })
  readonly certification?: SignedCertificationShown;

  @Shown({ meaning: 'Its receipt.', type: () => SignedReceiptShown, optional: true })
  readonly receipt?: SignedReceiptShown;

  @Shown({ meaning: 'Measure that is corrected.', example: 'M1', kind: 'word', optional: true })
  readonly measure?: string;

  @Shown({ meaning: 'Its field.', values: CORRECTED_FIELDS, optional: true })
  readonly field?: string;

  @Shown({ meaning: 'How it reads.', example: 'EO 14159', max: 1_000, optional: true })
  readonly was?: string;

  @Shown({ meaning: 'How it is to read.', example: 'EO 14195', max: 1_000, optional: true })
  readonly becomes?: string;

  @Shown({ meaning: 'Cases beside this one.', type: () => SignedCaseShown, list: true, optional: true })
  readonly beside?: readonly SignedCaseShown[];
}

@ApiSchema({ description: 'What a signature of a proposal is over.' })
export class SignedProposalShown {
  @Shown({ meaning: 'The case.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'Id of the proposal.', example: 'proposal:1', kind: 'word' })
  readonly proposal: string;

  @Shown({ meaning: 'Whose signatures it needs.', values: SIGNATORIES })
  readonly signatories: Signatories;

  @Shown({ meaning: 'What is proposed.', type: () => SignedMatterShown })
  readonly matter: SignedMatterShown;
}
