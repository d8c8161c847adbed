import { intake, panelReview, readTexts, told } from '@parley/contracts';
import type { PartyCode, Text } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { languagesLacking, type DocumentTier } from './documents.rules';
import type { NoteDocument } from '../exhibits/exhibit-commands.rules';

type Written = Pick<NoteDocument, 'number' | 'kind' | 'label' | 'by'> & {
  readonly parts: readonly (readonly Text[])[];
};

/**
 * What a party wrote in the case and may have to translate. No other context is told what a party writes to the
 * registry alone or says without prejudice, so nothing of that can come here.
 */
export function documentOf(event: PublicEvent): NoteDocument | undefined {
  if (event.tier !== 'PARTIES' && event.tier !== 'PANEL') return undefined;
  const written = ofGrievance(event) ?? ofReply(event) ?? ofLetter(event) ?? ofReview(event);
  if (!written) return undefined;
  const { parts, ...document } = written;
  const tier: DocumentTier = event.tier;
  return { type: 'NoteDocument', ...document, tier, into: languagesLacking(parts), at: event.time };
}

function ofGrievance(event: PublicEvent): Written | undefined {
  const served = told(event, intake.GrievanceServedSchema);
  if (served)
    return {
      number: 'grievance',
      kind: 'grievance',
      by: 'complainant',
      parts: [...partsOf(served.grievance), readTexts(served.urgencyReasons)],
    };
  const amended = told(event, intake.AmendmentServedSchema);
  if (!amended) return undefined;
  // A joinder adds claims of the respondent, and the complainant answers them.
  const by = amended.kind === 'joinder' ? 'respondent' : 'complainant';
  const label = amended.amendmentId;
  return { number: `amendment:${label}`, kind: 'amendment', label, by, parts: partsOf(amended.grievance) };
}

/** The parts of a grievance that are in words of its own. Names and citations need no translation. */
const partsOf = (grievance: intake.Grievance | undefined): readonly (readonly Text[])[] =>
  grievance
    ? [
        grievance.subject,
        grievance.facts,
        grievance.remedy,
        ...grievance.measures.map(({ title }) => title),
        ...grievance.claims.map(({ because }) => because),
      ].map(readTexts)
    : [];

function ofReply(event: PublicEvent): Written | undefined {
  const reply = told(event, intake.ReplyServedSchema);
  if (reply) {
    const parts = [
      reply.reservation,
      ...reply.objections.map(({ reasons }) => reasons),
      ...reply.counterStatements.map(({ statement }) => statement),
    ];
    return { number: 'reply', kind: 'reply', by: 'respondent', parts: parts.map(readTexts) };
  }
  const answer = told(event, intake.AmendmentReplyServedSchema);
  if (!answer) return undefined;
  const by = answer.kind === 'joinder' ? 'complainant' : 'respondent';
  return {
    number: `amendment-reply:${answer.amendmentId}`,
    kind: 'amendment-reply',
    label: answer.amendmentId,
    by,
    parts: answer.counterStatements.map(({ statement }) => readTexts(statement)),
  };
}

function ofLetter(event: PublicEvent): Written | undefined {
  const letter = told(event, intake.LetterServedSchema);
  if (letter)
    return {
      number: letter.letterId,
      kind: 'letter',
      label: String(letter.n),
      by: { party: letter.party as PartyCode },
      parts: [readTexts(letter.text)],
    };
  const summary = told(event, intake.SummaryServedSchema);
  if (!summary) return undefined;
  const { askedBy, n } = summary;
  return {
    number: `summary-for:${askedBy}:${String(n)}`,
    kind: 'summary',
    label: String(n),
    by: { askedBy: askedBy as PartyCode },
    parts: [readTexts(summary.text)],
  };
}

function ofReview(event: PublicEvent): Written | undefined {
  const comment = told(event, panelReview.InterimCommentedSchema);
  if (comment)
    return {
      number: `interim-comment:${comment.party}`,
      kind: 'interim-comment',
      by: { party: comment.party as PartyCode },
      parts: [readTexts(comment.comment)],
    };
  const material = told(event, panelReview.MaterialServedSchema);
  if (!material) return undefined;
  const { materialId, kind, about, party } = material;
  const written = { by: { party: party as PartyCode }, parts: [readTexts(material.text)] } as const;
  if (kind === 'answer') return { number: materialId, kind, ...written };
  return kind === 'comment' ? { number: `comment:${party}:${about}`, kind, ...written } : undefined;
}
