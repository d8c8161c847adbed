import { silent } from '../../../services/panel-review/src/deliberation/deliberation.rules';
import { knownFrom, type Taking } from '@parley/contracts';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type Decision, type DomainEvent } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { clocksOn, type RunningDeadline } from '@parley/procedure';
import type { EvidenceCommand } from '../../../services/evidence/src/exhibits/exhibit-commands.rules';
import { evidenceDecider } from '../../../services/evidence/src/casefile/casefile.rules';
import { commandFor, takingOfEvidence } from '../../../services/evidence/src/casefile/evidence.hears';
import { crisisTeamOf } from '../../../services/intake/src/registry/hotline/hotline.hears';
import type { HotlineCommand } from '../../../services/intake/src/registry/hotline/hotline-commands.rules';
import { referralDecider } from '../../../services/referral/src/referral/referral.rules';
import { settlementDecider } from '../../../services/referral/src/settlement/settlement.rules';
import type { ReferralCommand } from '../../../services/referral/src/referral/common-refusals.rules';
import { commandsFor, takingOfReferral } from '../../../services/referral/src/referral/referral.hears';
import type { SettlementCommand } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { PanelCommand } from '../../../services/panel-review/src/panel/panel-commands.rules';
import { panelDecider } from '../../../services/panel-review/src/panel/panel.rules';
import { effectOf, takingOfPanel } from '../../../services/panel-review/src/panel/panel.hears';
import type { FindingsIssued, FindingsWritten } from '../../../services/panel-review/src/findings/findings.rules';
import type { PanelEvent } from '../../../services/panel-review/src/panel/panel-state.rules';
import { latestOf, type CaseHistory, type History, type Step } from '../../simulation/history/case-history';
import { deciders } from '../../simulation/history/historian';
import type { Offer } from '../../simulation/parties/attempt';
import { simulatedCalendars } from '../../simulation/secretariat/late-holidays';
import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';
import { namesLeft } from './names-left';

/**
 * Decides anew what the evidence, the panel, the referral and the settlement recorded, on what had been recorded before
 * and on just the facts that the envelope names. It has to give the same on a version of the calendars on which the
 * case is counted. Counts of clocks are left out, and so are secrets of lots, which only the service knows.
 */
export function casesDecidedAnew(history: CaseHistory): readonly string[] {
  const { intake, evidence, ownPanel, referral, settlement } = history;
  // A part whose clocks had all ended says nothing of a calendar that was announced since.
  const calendars = calendarsOf([...intake, ...evidence, ...ownPanel, ...referral, ...settlement]);
  return [
    ...decidedAnew(evidence, history.told, calendars, {
      taking: takingOfEvidence,
      commandOf: commandOf<EvidenceCommand>(history, 'evidence', commandFor),
      decide: (command, told, before, on) => on.evidence.decide({ command, told }, before),
    }),
    ...decidedAnew(ownPanel, history.told, calendars, {
      taking: takingOfPanel,
      commandOf: panelCommandOf(history),
      decide: (command, told, before, on, named) => {
        const names = namesLeft(history, command, before, { ruleSetVersion: told.ruleSetVersion, named });
        return on.panel.decide({ command, told: { ...told, names } }, before);
      },
    }),
    ...decidedAnew(referral, history.told, calendars, {
      taking: takingOfReferral,
      commandOf: commandOf<ReferralCommand>(history, 'referral', (message) => commandsFor(message).referral[0]),
      decide: (command, told, before, on) => on.referral.decide({ command, told }, before),
    }),
    ...decidedAnew(settlement, history.told, calendars, {
      taking: takingOfReferral,
      commandOf: commandOf<SettlementCommand>(history, 'settlement', (message) => commandsFor(message).settlement[0]),
      decide: (command, told, before, on) => on.settlement.decide({ command, told }, before),
    }),
  ];
}

/** The same of each request on the hotline. */
export const hotlinesDecidedAnew = ({ hotlines, told, attempts }: History): readonly string[] =>
  hotlines.flatMap((steps) =>
    decidedAnew(steps, told, calendarsOf(steps), {
      taking: nothingTold,
      commandOf: ({ cause }): HotlineCommand | undefined => {
        if (cause.kind === 'timer') return { type: 'ExpireRung', deadlineId: cause.id };
        const team = told.flatMap((event) => (event.id === cause.id ? (crisisTeamOf(event) ?? []) : []))[0];
        if (team) return { type: 'NoteCrisisTeam', ...team };
        return attempts.flatMap(({ commandId, offer }) =>
          commandId === cause.id && offer.desk === 'hotline' ? [offer.command] : [],
        )[0];
      },
      decide: (command, _, before) => deciders.hotlines.decide(command, before),
    }),
  );

/** A request stands by what is recorded of it alone. */
const nothingTold: Taking<never, null> = { nothing: null, take: () => [], learn: () => null, says: () => [] };

interface Deciding<Command, State, Learning, View> {
  readonly taking: Taking<Learning, View>;
  commandOf(recorded: RecordedEvent, together: readonly DomainEvent[]): Command | undefined;
  /** @param named the facts that the envelope names */
  decide(
    command: Command,
    told: View,
    before: State,
    on: Deciders,
    named: readonly PublicEvent[],
  ): Decision<DomainEvent>;
}

function decidedAnew<Command extends { readonly type: string }, State, Learning, View>(
  steps: readonly Step<State, DomainEvent>[],
  told: readonly PublicEvent[],
  calendars: readonly string[],
  { taking, commandOf, decide }: Deciding<Command, State, Learning, View>,
): readonly string[] {
  return steps.flatMap(({ recorded, before }, index) => {
    if (isOfOneAct(steps[index - 1]?.recorded, recorded)) return [];
    const end = steps.findIndex(({ recorded: later }, at) => at > index && !isOfOneAct(recorded, later));
    const together = steps.slice(index, end < 0 ? undefined : end);
    const command = commandOf(
      recorded,
      together.map(({ event }) => event),
    );
    if (!command) return [];
    const named = told.filter(({ id }) => recorded.facts.includes(id));
    const { view } = knownFrom(taking, named);
    const recordedAs = canonicalJson(together.map(({ event }) => essence(event)));
    const again = calendars.map((version) => said(decide(command, view, before, decidersOn(version), named)));
    return again.includes(recordedAs)
      ? []
      : [
          `${recorded.type} ${recorded.eventId} of ${command.type}, decided anew on its facts, is ${again.join(' or ')}`,
        ];
  });
}

/**
 * True for events of one command, which have one cause and one instant. An expiry first carries over translations that
 * were given before it, by a command of its own, with which findings that both co-heads have certified are issued.
 */
const isOfOneAct = (one: RecordedEvent | undefined, other: RecordedEvent): boolean =>
  one?.cause.id === other.cause.id &&
  one.recordedAt === other.recordedAt &&
  !(one.type === 'FindingsTranslated' && one.occurredAt !== other.occurredAt && !isIssuedByBoth(other));

const isIssuedByBoth = (event: RecordedEvent): boolean =>
  event.type === 'FindingsIssued' &&
  (domainEventOf(event).data as FindingsIssued['data']).issue.by === 'both-signatures';

/**
 * The command in answer to which something was recorded.
 * @param calledFor the command that a message calls for there
 */
const commandOf =
  <Command extends { readonly type: string }>(
    { attempts, told }: CaseHistory,
    desk: Offer['desk'],
    calledFor: (message: PublicEvent) => Command | undefined,
  ) =>
  ({ cause }: Pick<RecordedEvent, 'cause'>): Command | undefined => {
    if (cause.kind === 'timer') return { type: 'ExpireDeadline', deadlineId: cause.id } as unknown as Command;
    if (cause.kind === 'event') {
      const message = told.find(({ id }) => id === cause.id);
      return message && calledFor(message);
    }
    const sent = attempts.find(({ commandId, offer }) => commandId === cause.id && offer.desk === desk);
    return sent?.offer.command as unknown as Command | undefined;
  };

/** For a panel, the result of its members' deliberation is carried over, by itself or before the end of a time. */
function panelCommandOf(
  history: CaseHistory,
): (recorded: RecordedEvent, together: readonly DomainEvent[]) => PanelCommand | undefined {
  const { deliberation } = history;
  const sent = commandOf<PanelCommand>(history, 'panel', effectOf);
  return (recorded, together) => {
    if (together.some(({ type }) => OF_LOTS.includes(type))) return undefined;
    const event = (together.find(({ type }) => type === 'InterimIssued') ?? together[0]) as PanelEvent;
    const at = event.occurredAt;
    if (event.type === 'InterimIssued') {
      const { agreedAt, draft, laidDown } = latestOf(deliberation) ?? silent;
      return draft && agreedAt === at
        ? { type: 'RecordInterim', at, text: draft.text, exhibits: draft.exhibits, digest: draft.digest }
        : { type: 'ExpireDeadline', deadlineId: 'review', drawSecrets: {}, laidDown };
    }
    if (event.type === 'FindingsTranslated') {
      const { translations } = event.data;
      const issued = together.find(({ type }) => type === 'FindingsIssued') as FindingsIssued | undefined;
      return issued && issued.data.untranslated.length > 0
        ? { type: 'ExpireDeadline', deadlineId: 'certification', drawSecrets: {}, translations }
        : { type: 'RecordTranslations', at, translations };
    }
    if (event.type === 'UrgencyDecided' && event.data.verdict !== 'unconfirmed')
      return { type: 'RecordUrgency', verdict: event.data.verdict, at };
    if (event.type !== 'FindingsDecided') return sent(recorded);
    const said = latestOf(deliberation);
    const [written] = together.flatMap((each) => (each.type === 'FindingsWritten' ? (each as FindingsWritten) : []));
    return said?.closed && written
      ? { ...said, ...said.closed, type: 'RecordFindings', salt: written.data.salt }
      : undefined;
  };
}

const OF_LOTS: readonly string[] = [
  'PanelOpened',
  'RosterFilledUp',
  'MemberDrawn',
  'PanelImpossible',
  'SeatLeftEmpty',
  'RostersFrozenAnew',
];

/** A rung of the hotline is counted on no calendar. */
type Opened = Pick<RunningDeadline, 'id'> & Partial<Pick<RunningDeadline, 'calendarVersion'>>;

const opensOf = ({ data }: DomainEvent): readonly Opened[] =>
  (data as { readonly opens?: readonly Opened[] }).opens ?? [];

type Deciders = Pick<typeof deciders, 'evidence' | 'panel' | 'referral' | 'settlement'>;

/** The deciders that count on a version of the calendars. */
const onCalendars = new Map<string, Deciders>();

function decidersOn(version: string): Deciders {
  const made = onCalendars.get(version);
  if (made) return made;
  const clocksOf = clocksOn(simulatedCalendars.ofVersion(version), 'standard', simulatedRuleSets);
  const on = {
    evidence: evidenceDecider(clocksOf),
    panel: panelDecider(clocksOf),
    referral: referralDecider(clocksOf),
    settlement: settlementDecider(clocksOf),
  };
  onCalendars.set(version, on);
  return on;
}

/** Every version of the calendars on which deadlines of these steps were counted, or those of the release. */
function calendarsOf(steps: readonly Step<unknown, DomainEvent>[]): readonly string[] {
  const versions = steps.flatMap(({ event }) => opensOf(event).flatMap(({ calendarVersion }) => calendarVersion ?? []));
  return versions.length === 0 ? [simulatedCalendars.current('US', 'CN').version] : [...new Set(versions)];
}

/** An event without the counts of its clocks. */
const essence = (event: DomainEvent): unknown => ({
  ...event,
  data: { ...(event.data as object), opens: opensOf(event).map(({ id }) => id) },
});

const said = (decision: Decision<DomainEvent>): string =>
  decision.kind === 'refused' ? decision.reason.code : canonicalJson(decision.events.map(essence));
