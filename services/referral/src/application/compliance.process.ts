import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { EnterSettlement } from '../domain/compliance/agreement-commands';
import type { SettlementState } from '../domain/settlement/settlement-state';
import type { AgreementDesk } from './agreement-desk';
import type { SettlementDesk } from './settlement-desk';

export const callsForCompliance = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === 'SettlementSigned';

/** A settlement that both parties signed is tracked from then on (S13). */
export const complianceProcess =
  (settlements: SettlementDesk, agreements: AgreementDesk) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const caseId = streamIdOf(event.stream) as CaseId;
    const { state } = await settlements.read(caseId);
    await agreements.proceed(
      caseId,
      entryOf(caseId, state),
      'compliance',
      { kind: 'event', id: event.eventId },
      commandId,
    );
  };

/** @throws when the state holds no settlement, which its event excludes */
function entryOf(caseId: CaseId, state: SettlementState): EnterSettlement {
  if (state.status !== 'filed' || !state.settled || !state.known.registration)
    throw new TypeError(`case ${caseId} is not settled`);
  const { n, at, digest } = state.settled;
  const signed = state.texts.find((text) => text.n === n);
  if (!signed) throw new TypeError(`case ${caseId} has no text ${String(n)}`);
  const { docketNumber, ruleSetVersion } = state.known.registration;
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
