import { intake, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Bilingual } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { CaseEvent } from './case-events.rules';
import type { RunningDeadline } from './common-refusals.rules';
import type { ConsentEvent } from './consent/consent.rules';
import type { LetterSent } from './letters/letters.rules';
import type { ChannelEvent } from './without-prejudice/without-prejudice.rules';

/**
 * Of the without-prejudice channel others are told what both parties consented to lay open, and not that there is any
 * more of it (I-45).
 */
export function tellOfChannel(recorded: RecordedEvent): readonly PublicEvent[] {
  const { type, data, occurredAt } = domainEventOf(recorded) as ChannelEvent;
  if (type !== 'WithoutPrejudiceReleased') return [];
  const { statementId, party, saidAt, text, digest } = data;
  const caseId = streamIdOf(recorded.stream);
  return [
    tell(recorded, intake.WithoutPrejudiceReleasedSchema, {
      caseId,
      statementId,
      party,
      saidAt,
      releasedAt: occurredAt,
      text: sayTexts(text),
      digest,
    }),
  ];
}

/**
 * A letter to everybody in the case, or to the other party, for its addressees; one to the registry alone is told to
 * nobody.
 */
export function tellOfLetter(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data, occurredAt: sentAt } = domainEventOf(recorded) as LetterSent;
  const { letterId, party, addressing, subject, text, digest } = data;
  return [
    tell(recorded, intake.LetterServedSchema, {
      caseId: streamIdOf(recorded.stream),
      letterId,
      party,
      addressing,
      subject,
      text: sayTexts(text),
      digest,
      sentAt,
    }),
  ];
}

/** What changes a case that is under way: its claims, its track, its deadlines, whether it goes on. */
export type Change = Extract<
  CaseEvent,
  {
    readonly type:
      | 'ClaimsWithdrawn'
      | 'ClaimsWithdrawalSetAside'
      | 'DeadlineExtended'
      | 'TrackChanged'
      | 'RulesAdopted'
      | 'ScreeningSuspended'
      | 'ScreeningResumed'
      | 'ScreeningReopened'
      | 'CasesConsolidated'
      | 'ConsolidationUndone';
  }
>;

const LONG_STOP = 'long-stop';

/** The long-stop and the other deadlines that an event opens once more. */
function movedBy(opens: readonly RunningDeadline[]) {
  const longStop = opens.find(({ id }) => id === LONG_STOP);
  return {
    ...(longStop ? { longStop: sayDeadline(longStop) } : {}),
    moved: opens.filter(({ id }) => id !== LONG_STOP).map(sayDeadline),
  };
}

/** What the others are told of a change. */
export function tellChange(recorded: RecordedEvent, caseId: string, event: Change): readonly PublicEvent[] {
  const at = event.occurredAt;
  switch (event.type) {
    case 'ClaimsWithdrawn': {
      const { party, claims, remaining } = event.data;
      return [
        tell(recorded, intake.ClaimsWithdrawnSchema, {
          caseId,
          withdrawnAt: at,
          claimIds: [...claims],
          remainingClaimIds: [...remaining],
          withdrawnBy: party,
        }),
      ];
    }
    case 'ClaimsWithdrawalSetAside': {
      const { claims, standing, becauseOf } = event.data;
      return [
        tell(recorded, intake.ClaimsWithdrawalSetAsideSchema, {
          caseId,
          at,
          claimIds: [...claims],
          standingClaimIds: [...standing],
          becauseOf,
        }),
      ];
    }
    case 'DeadlineExtended':
      return extended(recorded, caseId, event);
    case 'TrackChanged': {
      const { from, track, by, clocks, opens, stopped = opens } = event.data;
      return [
        tell(recorded, intake.TrackChangedSchema, {
          caseId,
          track,
          fromTrack: from,
          at,
          by,
          clocks,
          ...movedBy(stopped),
        }),
      ];
    }
    case 'RulesAdopted': {
      const { from, to, reason } = event.data;
      return [
        tell(recorded, intake.RulesAdoptedSchema, {
          caseId,
          at,
          fromVersion: from,
          toVersion: to,
          reason: sayTexts(textsOf(reason)),
        }),
      ];
    }
    case 'ScreeningSuspended': {
      const { until, fromDay, opens } = event.data;
      const lapse = opens.find(({ clock }) => clock === 'suspension');
      return [
        tell(recorded, intake.ScreeningSuspendedSchema, {
          caseId,
          at,
          fromDay,
          until: until ?? '',
          ...(lapse ? { lapse: sayDeadline(lapse) } : {}),
        }),
      ];
    }
    case 'ScreeningResumed': {
      const { by, still, opens } = event.data;
      const { fromDay, toDay, from: suspendedAt } = still;
      return [
        tell(recorded, intake.ScreeningResumedSchema, {
          caseId,
          at,
          by,
          suspendedAt,
          fromDay,
          toDay,
          ...movedBy(opens),
        }),
      ];
    }
    case 'CasesConsolidated':
      return [tell(recorded, intake.CasesConsolidatedSchema, { caseId, at, ...besides(event) })];
    case 'ConsolidationUndone':
      return [tell(recorded, intake.ConsolidationUndoneSchema, { caseId, at, ...besides(event) })];
    case 'ScreeningReopened': {
      const { outcome, endedAt, still, opens } = event.data;
      return [
        tell(recorded, intake.ScreeningReopenedSchema, {
          caseId,
          at,
          outcome,
          endedAt,
          fromDay: still.fromDay,
          toDay: still.toDay,
          ...movedBy(opens),
        }),
      ];
    }
  }
}

/** Each language is the parties' own, and neither a translation of the other. */
const textsOf = (reason: Bilingual) =>
  (['en', 'zh-Hans'] as const).map((lang) => ({ lang, text: reason[lang], kind: 'original' as const }));

const besides = ({ data: { beside } }: Extract<Change, { type: 'CasesConsolidated' | 'ConsolidationUndone' }>) => ({
  withCaseIds: beside.map(({ caseId }) => caseId),
  withDocketNumbers: beside.map(({ docketNumber }) => docketNumber),
});

function extended(
  recorded: RecordedEvent,
  caseId: string,
  { data, occurredAt: at }: Extract<Change, { type: 'DeadlineExtended' }>,
): readonly PublicEvent[] {
  return data.opens.map((deadline) =>
    deadline.id === LONG_STOP
      ? tell(recorded, intake.LongStopExtendedSchema, { caseId, at, longStop: sayDeadline(deadline) })
      : tell(recorded, intake.DeadlineExtendedSchema, { caseId, at, by: data.by, deadline: sayDeadline(deadline) }),
  );
}

const ENDS = {
  ProposalSigned: 'signed',
  ProposalDeclined: 'declined',
  ProposalWithdrawn: 'withdrawn',
  ProposalLapsed: 'lapsed',
} as const;

/** That something awaits a signature, and what became of it: for the parties alone, until it takes effect. */
export function tellProposal(recorded: RecordedEvent, caseId: string, event: ConsentEvent): PublicEvent {
  const at = event.occurredAt;
  if (event.type !== 'ConsentProposed') {
    const { proposalId, matter } = event.data;
    return tell(recorded, intake.ProposalClosedSchema, { caseId, proposalId, matter, end: ENDS[event.type], at });
  }
  const { proposalId, matter, signatories, party, digest, opens } = event.data;
  const [answer] = opens.map(sayDeadline);
  const proposed = { caseId, proposalId, matter: matter.kind, signatories, proposedBy: party, proposedAt: at, digest };
  return tell(recorded, intake.ConsentProposedSchema, { ...proposed, ...(answer ? { answer } : {}) });
}
