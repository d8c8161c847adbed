import type { Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { OutagesCommand } from '../../domain/outages/outages-commands';
import { counterStatementsOf } from '../counter-statements';
import { textsOf } from '../grievance-mapping';
import { replyOf } from '../reply-of';
import type { FallbackEntryRequest } from './fallback.request';

/** An entry of the registry, whatever act it holds. */
export type Entry = {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
  readonly entryId: string;
  readonly channel: string;
  readonly cameAt: Instant;
};

/** The acts that a request holds, but for a cure, which takes a receipt of its own. */
export function lateActsOf(
  { reply, callAnswer, summaryAnswer, amendmentReply, signature }: FallbackEntryRequest,
  entry: Entry,
): readonly OutagesCommand[] {
  const act = ({ from, party }: { readonly from: string; readonly party: string }) => ({
    by: from as PersonId,
    party: party as PartyCode,
    receivedAt: entry.cameAt,
  });
  return [
    ...(reply
      ? [
          {
            type: 'EnterFallbackReply',
            ...entry,
            reply: replyOf(reply),
            ...(reply.from === undefined ? {} : { from: reply.from as PersonId }),
          } as const,
        ]
      : []),
    ...(callAnswer
      ? [
          {
            type: 'EnterFallbackCallAnswer',
            ...entry,
            act: { type: 'AnswerCall', ...act(callAnswer), callId: callAnswer.call },
          } as const,
        ]
      : []),
    ...(summaryAnswer
      ? [
          {
            type: 'EnterFallbackSummary',
            ...entry,
            act: {
              type: 'AnswerSummary',
              ...act(summaryAnswer),
              summaryId: summaryAnswer.summary,
              answer: summaryAnswer.answer,
              text: textsOf(summaryAnswer.text),
            },
          } as const,
        ]
      : []),
    ...(amendmentReply
      ? [
          {
            type: 'EnterFallbackAmendmentReply',
            ...entry,
            act: {
              type: 'AnswerAmendment',
              ...act(amendmentReply),
              amendmentId: amendmentReply.amendment,
              counterStatements: counterStatementsOf(amendmentReply.counterStatements),
            },
          } as const,
        ]
      : []),
    ...(signature
      ? [
          {
            type: 'EnterFallbackSignature',
            ...entry,
            act: {
              type: 'SignProposal',
              ...act(signature),
              proposalId: signature.proposal,
              digest: signature.digest as Sha256,
            },
          } as const,
        ]
      : []),
  ];
}
