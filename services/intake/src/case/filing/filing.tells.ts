import type { MessageInitShape } from '@bufbuild/protobuf';
import { type intake, sayTexts } from '@parley/contracts';
import type { Grievance } from './file-grievance.rules';
import type { PublicMatter } from './public-matter.rules';

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

/** What everybody is told of a grievance, for a public message. */
export const sayPublicMatter = ({ subject, publicSummary, measuresOf, measures, legalBasis }: PublicMatter) => ({
  subject: sayTexts(subject),
  publicSummary: sayTexts(publicSummary),
  measuresOf: [...measuresOf],
  measures: measures.map(({ title, endedOn = '', ...measure }) => ({ ...measure, title: sayTexts(title), endedOn })),
  legalBasis: legalBasis.map(({ id, measure: measureId, agreement, provision = '', claimant = '' }) => ({
    ...{ id, measureId, agreement, provision, claimant },
  })),
});
