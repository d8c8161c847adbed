import { intake, isPublicLimit, sayDeadline, sayLimits, sayTexts, tell } from '@parley/contracts';
import { type RecordedEvent } from '@parley/event-store';
import type { Bilingual } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { CaseEvent, LapseSetAside } from './case-events.rules';
import type { RunningDeadline } from './common-refusals.rules';

/** Events that change a case under way: its track, its deadlines, whether it goes on. */
export type Change = Extract<
  CaseEvent,
  {
    readonly type:
      | 'DeadlineExtended'
      | 'TrackChanged'
      | 'SeatTimeAdded'
      | 'RulesAdopted'
      | 'ScreeningSuspended'
      | 'ResumptionNoticeGiven'
      | 'ScreeningResumed'
      | 'ScreeningReopened'
      | 'CasesConsolidated'
      | 'ConsolidationUndone';
  }
>;

export const LONG_STOP = 'long-stop';

/** The long-stop, when an event opens it again. */
export function longStopIn(opens: readonly RunningDeadline[]) {
  const longStop = opens.find(({ id }) => id === LONG_STOP);
  return longStop ? { longStop: sayDeadline(longStop) } : {};
}

/** Tells the other contexts of a change. */
export function tellChange(recorded: RecordedEvent, caseId: string, event: Change): readonly PublicEvent[] {
  const at = event.occurredAt;
  switch (event.type) {
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
          ...longStopIn(stopped),
        }),
      ];
    }
    case 'SeatTimeAdded': {
      const { days, accounts, opens, stopped = opens } = event.data;
      const time = { days, accounts: [...accounts] };
      return [tell(recorded, intake.LongStopExtendedSchema, { caseId, at, ...longStopIn(stopped), ...time })];
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
      const { until, fromDay, opens, stopped } = event.data;
      const closes = stopped.filter(isPublicLimit).map(({ id }) => id);
      return [
        tell(recorded, intake.ScreeningSuspendedSchema, {
          caseId,
          at,
          fromDay,
          until: until ?? '',
          limits: sayLimits({ opens, closes }),
        }),
      ];
    }
    case 'ResumptionNoticeGiven': {
      const { party, opens } = event.data;
      const [notice] = opens;
      return [
        tell(recorded, intake.ResumptionNoticeGivenSchema, {
          caseId,
          at,
          noticeBy: party,
          goesOnAt: notice?.dueAt ?? '',
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
          ...longStopIn(opens),
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
          ...longStopIn(opens),
        }),
      ];
    }
  }
}

/** The end of the screening is set aside; where a repudiation did it, the side is told that has no time from it. */
export function tellSetAside(
  recorded: RecordedEvent,
  caseId: string,
  { data, occurredAt: at }: LapseSetAside,
): PublicEvent {
  const { becauseOf, why, back, repudiated, opens } = data;
  const { party = '', endedAt = '' } = repudiated ?? {};
  return tell(recorded, intake.LapseSetAsideSchema, {
    ...{ caseId, at, becauseOf, why, back, party, endedAt },
    ...longStopIn(opens),
  });
}

/** The parties wrote both languages, so neither is a translation of the other. */
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
