import { showDeadline } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import type { Contact } from '../registry/persons/contact-book';
import type { CaseState, Exchange, FiledCase } from './case-commands.rules';
import { showAmendment } from './amendments/amendments.response';
import { showUrgency } from './urgency/show-urgency.response';
import { mayKnowOfClock } from '@parley/contracts';
import { isTimeToSign } from './consent/proposal.rules';
import type { Relations } from './filing/filing.rules';
import type { Reply } from './reply/reply.rules';
import type { CaseShown, ExchangeShown, ReceiptShown } from './case.response';
import type { ReplyShown } from './reply/reply.response';
import type { Receipt } from './filing/file-grievance.rules';
import { showWarning } from './filing/warnings.response';
import type { CounterToShown } from './filing/filing.response';
import { referencesOf } from './filing/filing.http';

/**
 * A case as its readers see it. `panel` readers see what is addressed to everybody in the case, and nothing between the
 * parties.
 */
export function showCase(
  state: FiledCase,
  contact: Contact | null,
  readers: 'parties' | 'panel' = 'parties',
): CaseShown {
  const registration = registrationOf(state);
  return {
    id: state.caseId,
    docketNumber: registration?.docketNumber ?? null,
    status: state.status,
    parties: state.parties,
    ruleSet: state.ruleSetVersion,
    filedAt: state.filedAt,
    arrivesOn: state.arrivesOn,
    receipt: showReceipt(state.receipt, readers),
    registeredAt: registration?.registeredAt ?? null,
    grievance: state.grievance,
    references: referencesOf(state.grievance),
    contact,
    defects: state.status === 'deficient' ? state.defects : [],
    exchange: showExchange('exchange' in state ? state.exchange : undefined, readers),
    outcome: state.status === 'ended' ? state.outcome : null,
    endedAt: state.status === 'ended' ? state.endedAt : null,
    withdrawalReason: readers === 'parties' && state.status === 'ended' ? (state.withdrawalReason ?? null) : null,
    amendments: state.amendments.map(showAmendment),
    previous: readers === 'parties' ? (state.relations.previous ?? null) : null,
    counterTo: showCounterTo(state.relations),
    consolidatedWith: (state.consolidation?.beside ?? []).map(({ caseId: id, docketNumber }) => ({ id, docketNumber })),
    track: state.track,
    urgency: state.urgency ? showUrgency(state.urgency) : null,
    suspension: state.status === 'suspended' ? { at: state.suspension.at, until: state.suspension.until } : null,
    deadlines: Object.values(state.running)
      .filter((deadline) => !isTimeToSign(deadline) && mayKnowOfClock(deadline, readers === 'parties'))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
      .map(showDeadline),
  };
}

/** A member of the panel is told of no other case of a party by the way. */
const showReceipt = ({ warnings = [], ...receipt }: Receipt, readers: 'parties' | 'panel'): ReceiptShown => ({
  ...receipt,
  warnings: readers === 'parties' ? warnings.map(showWarning) : [],
});

const showCounterTo = ({ counterTo }: Relations): CounterToShown | null =>
  counterTo ? { id: counterTo.caseId, docketNumber: counterTo.docketNumber, relation: counterTo.relation } : null;

const registrationOf = (state: CaseState) => ('registration' in state ? state.registration : undefined);

export const bilingual = ({ en, 'zh-Hans': zh }: Bilingual): Bilingual => ({ en, 'zh-Hans': zh });

function showExchange(exchange: Exchange | undefined, readers: 'parties' | 'panel'): ExchangeShown | null {
  if (!exchange) return null;
  return {
    stage: exchange.stage,
    unanswered: exchange.stage !== 'awaiting-reply' && exchange.reply === 'unanswered',
    reply:
      exchange.stage === 'awaiting-reply' || exchange.reply === 'unanswered'
        ? null
        : showReply(exchange.reply, readers),
    calls: exchange.calls.map(({ outcome, ...call }) => ({ ...call, outcome: outcome === 'open' ? null : outcome })),
  };
}

function showReply({ addressing = 'everybody', ...reply }: Reply, readers: 'parties' | 'panel'): ReplyShown {
  if (readers === 'parties' || addressing === 'everybody') return { ...reply, addressing };
  const objections = reply.objections.map((objection) => ({ ...objection, reasons: [] }));
  return { position: reply.position, objections, reservation: [], counterStatements: [], addressing };
}

/** The case after an act in it. @throws TypeError when the case was never filed, which cannot be after an act */
export function filedCase(state: CaseState): FiledCase {
  if (state.status === 'unfiled') throw new TypeError('an act was done in a case that was never filed');
  return state;
}
