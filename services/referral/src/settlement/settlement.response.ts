import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, DeadlineShown, showDeadline, Shown } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { PUBLICATIONS } from '../compliance/verification.rules';
import type { FiledSettlement, SettlementState, TabledText } from './settlement-region.rules';

export const SETTLEMENT_STATES = ['idle', 'conciliation', 'window', 'settled', 'lapsed'] as const;
const ENDS = ['unanswered', 'broken-off', 'stopped', 'settled', 'window-opened'] as const;
const PHASES = ['conciliation', 'window'] as const;

@ApiSchema({ description: 'How a conciliation ended.' })
export class ConciliationEndShown {
  @Shown({ meaning: 'How it ended.', values: ENDS, example: 'broken-off' })
  readonly how: string;

  @Shown({ meaning: 'When, in law (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'The party that broke it off; `null` where neither did.', kind: 'party', nullable: true })
  readonly by: string | null;
}

@ApiSchema({ description: 'An attempt to conciliate.' })
export class ConciliationShown {
  @Shown({ meaning: 'Number of the attempt in its case: 1, 2, 3 …', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Party that proposed it.', kind: 'party' })
  readonly proposedBy: string;

  @Shown({ meaning: 'When it was proposed (UTC).', format: 'date-time' })
  readonly proposedAt: string;

  @Shown({ meaning: 'When the other party accepted (UTC); `null` until it does.', format: 'date-time', nullable: true })
  readonly begunAt: string | null;

  @Shown({ meaning: 'The time for an answer, with how it was counted (I-16).', type: () => DeadlineShown })
  readonly answer: DeadlineShown;

  @Shown({ meaning: 'How it ended; `null` while it is open.', type: () => ConciliationEndShown, nullable: true })
  readonly end: ConciliationEndShown | null;
}

@ApiSchema({ description: 'What a party undertakes.' })
export class ObligationTermsShown {
  @Shown({ meaning: 'Id within the agreement.', kind: 'word', example: 'O1' })
  readonly id: string;

  @Shown({ meaning: 'Party that has to do it.', kind: 'party' })
  readonly owner: string;

  @Shown({ meaning: 'Last day on which it is done in time.', format: 'date', example: '2026-03-31' })
  readonly date: string;

  @Shown({ meaning: 'What is to be done.', type: () => AuthoredText, list: true })
  readonly what: readonly AuthoredText[];

  @Shown({ meaning: 'How both sides will see that it was done.', type: () => AuthoredText, list: true })
  readonly check: readonly AuthoredText[];
}

@ApiSchema({ description: 'A party’s signature of a text.' })
export class TextSignatureShown {
  @Shown({ meaning: 'Who signed, by pseudonym.', kind: 'person', example: 'us-desk-1' })
  readonly by: string;

  @Shown({ meaning: 'For which party.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When the signature was received (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'A settlement text that was tabled.' })
class SettlementTextShown {
  @Shown({ meaning: 'Number of the text in its case: 1, 2, 3 …', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Who tabled it, by pseudonym.', kind: 'person', example: 'us-desk-1' })
  readonly by: string;

  @Shown({ meaning: 'Party that tabled it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When it was tabled (UTC).', format: 'date-time' })
  readonly tabledAt: string;

  @Shown({
    meaning:
      'SHA-256 of the canonical JSON (RFC 8785) of `caseId`, `title`, `text`, `obligations` and ' +
      '`publication`: what both parties sign.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({
    meaning: 'Whether it can be signed now: the text tabled last, as long as there is something under way.',
    example: true,
  })
  readonly onTheTable: boolean;

  @Shown({ meaning: 'Title.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'What the parties would undertake.', type: () => ObligationTermsShown, list: true })
  readonly obligations: readonly ObligationTermsShown[];

  @Shown({ meaning: 'What of it would be public.', values: PUBLICATIONS, example: 'text' })
  readonly publication: string;

  @Shown({ meaning: 'Signatures, in the order of their receipt.', type: () => TextSignatureShown, list: true })
  readonly signatures: readonly TextSignatureShown[];
}

@ApiSchema({ description: 'A settlement that both parties signed.' })
export class SettledShown {
  @Shown({ meaning: 'Number of the text that both parties signed.', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({
    meaning: 'When the second signature was received (UTC): from then on the case is settled.',
    format: 'date-time',
  })
  readonly at: string;

  @Shown({ meaning: 'Digest that both signed.', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning: 'Whether it was signed in a conciliation or in the window after findings.',
    values: PHASES,
    example: 'conciliation',
  })
  readonly phase: string;
}

@ApiSchema({ description: 'A settlement that counts no more (I-67).' })
export class UndoneSettlementShown {
  @Shown({ meaning: 'Number of the text that both parties had signed.', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'When the second signature was received (UTC).', format: 'date-time' })
  readonly settledAt: string;

  @Shown({ meaning: 'When a side repudiated its signature (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'The side that did.', kind: 'party' })
  readonly party: string;
}

@ApiSchema({ description: 'The conciliations and texts of a case.' })
export class SettlementShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid', example: '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' })
  readonly caseId: string;

  @Shown({ meaning: 'Where the settlement stands (S10).', values: SETTLEMENT_STATES, example: 'conciliation' })
  readonly state: string;

  @Shown({ meaning: 'Every attempt, oldest first.', type: () => ConciliationShown, list: true })
  readonly conciliations: readonly ConciliationShown[];

  @Shown({
    meaning: 'The formal window after findings; `null` before it opens.',
    type: () => DeadlineShown,
    nullable: true,
  })
  readonly window: DeadlineShown | null;

  @Shown({
    meaning: 'Texts that were tabled, oldest first: without prejudice (I-45) but for the one that both parties signed.',
    type: () => SettlementTextShown,
    list: true,
  })
  readonly texts: readonly SettlementTextShown[];

  @Shown({
    meaning: 'The settlement; `null` until both parties signed one text.',
    type: () => SettledShown,
    nullable: true,
  })
  readonly settled: SettledShown | null;

  @Shown({
    meaning: 'Settlements that count no more, since a side repudiated its signature (I-67); oldest first.',
    type: () => UndoneSettlementShown,
    list: true,
  })
  readonly undone: readonly UndoneSettlementShown[];
}

export const showSettlement = (caseId: CaseId, state: FiledSettlement): SettlementShown => ({
  caseId,
  state: state.region,
  conciliations: state.conciliations.map(({ n, proposedBy, proposedAt, begunAt, answer, end }) => ({
    n,
    proposedBy,
    proposedAt,
    begunAt: begunAt ?? null,
    answer: showDeadline(answer),
    end: end ? { how: end.how, at: end.at, by: end.by ?? null } : null,
  })),
  window: state.window ? showDeadline(state.window) : null,
  texts: state.texts.map((text) => showText(text, state)),
  settled: state.settled
    ? { n: state.settled.n, at: state.settled.at, digest: state.settled.digest, phase: state.settled.phase }
    : null,
  undone: state.undone.map(({ settled: { n, at: settledAt }, at, party }) => ({ n, settledAt, at, party })),
});

function showText(
  { n, by, party, tabledAt, digest, text, signatures }: TabledText,
  { onTheTable, settled }: FiledSettlement,
): SettlementTextShown {
  const shown = signatures.map(({ by: signer, party: of, at }) => ({
    by: signer,
    party: of,
    at,
  }));
  return { n, by, party, tabledAt, digest, onTheTable: !settled && onTheTable === n, ...text, signatures: shown };
}

/** The state after an act on a case that is filed. @throws TypeError when it is not, which no act allows */
export function filedSettlement(state: SettlementState): FiledSettlement {
  if (state.status !== 'filed') throw new TypeError('an act of settlement in a case that is not filed');
  return state;
}
