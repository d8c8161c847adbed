import type { MessageInitShape } from '@bufbuild/protobuf';
import { type intake, sayTexts } from '@parley/contracts';
import type { Grievance } from './file-grievance.rules';

/** A grievance in the form of the message that others read. */
export const sayGrievance = (grievance: Grievance): MessageInitShape<typeof intake.GrievanceSchema> => ({
  subject: sayTexts(grievance.subject),
  measures: grievance.measures.map(({ title, endedOn, goods = [], ...measure }) => ({
    ...measure,
    title: sayTexts(title),
    endedOn: endedOn ?? '',
    goods: [...goods],
  })),
  claims: grievance.claims.map(({ id, measure, agreement, provision, because, claimant }) => ({
    id,
    measureId: measure,
    agreement,
    provision: provision ?? '',
    because: sayTexts(because),
    claimant: claimant ?? '',
  })),
  facts: sayTexts(grievance.facts),
  remedy: sayTexts(grievance.remedy),
  publicSummary: sayTexts(grievance.publicSummary),
  authority: grievance.authority ?? '',
  documents: [...(grievance.documents ?? [])],
});
