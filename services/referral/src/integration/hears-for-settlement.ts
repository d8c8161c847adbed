import { intake, panelReview, told } from '@parley/contracts';
import type { Instant, IsoDate } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { StandStill } from '@parley/procedure';
import type { NoteFact } from '../domain/settlement/settlement-commands';
import type { SettlementFact } from '../domain/settlement/settlement-fact';
import { partiesOf } from './parties-of';

/** What of a public event a settlement must know to decide; nothing for most. */
export function settlementNoteOf(event: PublicEvent): NoteFact | undefined {
  const fact = ofFiling(event) ?? ofScreening(event) ?? ofPanel(event);
  return fact && { type: 'NoteFact', fact, from: event.id, at: event.time, tier: event.tier };
}

function ofFiling(event: PublicEvent): SettlementFact | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { kind: 'filed', parties: partiesOf(filed.parties) };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (!registered) return undefined;
  const { docketNumber, ruleSetVersion, longStop } = registered;
  return {
    kind: 'registered',
    docketNumber,
    registeredAt: event.time,
    ruleSetVersion,
    ...(longStop ? { longStop: longStop.dueAt as Instant } : {}),
  };
}

function ofScreening(event: PublicEvent): SettlementFact | undefined {
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { kind: 'screening-ended', outcome: ended.outcome, endedAt: event.time };
  if (told(event, intake.LapseSetAsideSchema)) return { kind: 'lapse-set-aside' };
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened)
    return {
      kind: 'screening-reopened',
      ...(reopened.longStop ? { longStop: reopened.longStop.dueAt as Instant } : {}),
    };
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { kind: 'rules-adopted', version: rules.toVersion };
  if (told(event, intake.ScreeningSuspendedSchema)) return { kind: 'screening-suspended' };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (resumed)
    return {
      kind: 'screening-resumed',
      ...(resumed.longStop ? { longStop: resumed.longStop.dueAt as Instant } : {}),
      still: stillOf(resumed, event.time),
    };
  const moving =
    told(event, intake.LongStopExtendedSchema) ??
    told(event, intake.TrackChangedSchema) ??
    told(event, intake.OutageNotedSchema) ??
    told(event, intake.CalendarNotedSchema);
  return moving?.longStop && { kind: 'long-stop-moved', longStop: moving.longStop.dueAt as Instant };
}

/** The days and the time that no clock counts, as the intake counts them. */
const stillOf = (
  { suspendedAt, fromDay, toDay }: { readonly suspendedAt: string; readonly fromDay: string; readonly toDay: string },
  to: Instant,
): StandStill => ({
  fromDay: fromDay as IsoDate,
  toDay: toDay as IsoDate,
  from: suspendedAt as Instant,
  to,
});

/** Findings that went out without a certification went out by default, at the end of its time. */
function ofPanel(event: PublicEvent): SettlementFact | undefined {
  const findings = told(event, panelReview.FindingsIssuedSchema);
  return (
    findings && { kind: 'findings-issued', issuedAt: event.time, by: findings.missing.length === 0 ? 'act' : 'expiry' }
  );
}
