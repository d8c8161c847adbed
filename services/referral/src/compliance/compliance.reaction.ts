import { outageTold } from '@parley/contracts';
import { commandIdOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import type { MessageReaction, RunningLimits } from '@parley/processes';
import { noteIn, type ReferralRepositories } from '../referral/repositories';
import { COMPLIANCE_CATEGORY, REGISTER_CATEGORY } from '../referral/streams';
import type { SettlementEvent } from '../settlement/settlement-refusals.rules';
import type { SettlementState } from '../settlement/settlement-region.rules';
import type { EnterSettlement } from './agreement-commands.rules';

/**
 * Has every agreement note an outage in which one of its dates, reports or reviews ended (I-61). An agreement of the
 * register belongs to no case, so no case tells it of outages. An agreement of a case may outlive the screening.
 */
export const agreementOutages = (repositories: ReferralRepositories, { streams }: RunningLimits): MessageReaction => ({
  name: 'outages',
  concerns: (event) => outageTold(event) !== undefined,
  answer: async (event) => {
    const outage = outageTold(event);
    if (!outage) return;
    // A claimed report may have come in it, however long its answer may still take (I-67).
    for (const stream of await streams([COMPLIANCE_CATEGORY, REGISTER_CATEGORY], { after: outage.from })) {
      const proceeding = {
        process: 'outages',
        cause: { kind: 'event', id: event.id },
        commandId: commandIdOf('outage', outage.outageId, stream),
      } as const;
      await noteIn(repositories, stream, { ...outage, type: 'NoteOutage' }, proceeding);
    }
  },
});

export const callsForCompliance = ({ type }: Pick<RecordedEvent, 'type'>): boolean =>
  type === 'SettlementSigned' || type === 'ActRepudiated';

/** A settlement that both parties signed is tracked from then on (S13), until a side repudiates its signature. */
export const complianceProcess =
  ({ settlements, agreements }: Pick<ReferralRepositories, 'settlements' | 'agreements'>) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const caseId = streamIdOf(event.stream) as CaseId;
    const proceeding = { process: 'compliance', cause: { kind: 'event', id: event.eventId }, commandId } as const;
    const { type, data, occurredAt: at } = domainEventOf(event) as SettlementEvent;
    if (type === 'ActRepudiated') {
      const undo = { type: 'UndoSettlement', at, party: data.party, becauseOf: event.eventId } as const;
      if (data.undoes) await agreements.ofCases.proceed(caseId, undo, proceeding);
      return;
    }
    const { state } = await settlements.read(caseId);
    await agreements.ofCases.proceed(caseId, entryOf(caseId, state, at), { ...proceeding, opensStream: true });
  };

/**
 * The settlement of an instant, which may be undone by now.
 * @throws TypeError when the state holds none, which the event excludes
 */
function entryOf(caseId: CaseId, state: SettlementState, signedAt: Instant): EnterSettlement {
  if (state.status !== 'filed' || !state.told.registration) throw new TypeError(`case ${caseId} is not registered`);
  const settled = [state.settled, ...state.undone.map((one) => one.settled)].find((one) => one?.at === signedAt);
  if (!settled) throw new TypeError(`case ${caseId} is not settled`);
  const { n, at, digest } = settled;
  const signed = state.texts.find((text) => text.n === n);
  if (!signed) throw new TypeError(`case ${caseId} has no text ${String(n)}`);
  const { docketNumber, ruleSetVersion } = state.told.registration;
  const [one, other] = [state.parties.complainant, state.parties.respondent];
  const { title, obligations, publication } = signed.text;
  return {
    type: 'EnterSettlement',
    origin: { kind: 'settlement', caseId, docketNumber },
    parties: one < other ? [one, other] : [other, one],
    digest,
    agreedAt: at,
    ruleSetVersion,
    title,
    obligations,
    publication,
  };
}
