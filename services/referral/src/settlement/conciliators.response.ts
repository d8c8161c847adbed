import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, DeadlineShown, showDeadline, Shown } from '@parley/http';
import type { CaseId, PersonId } from '@parley/kernel';
import { pickOf, type Conciliators } from './conciliators-state.rules';
import type { FiledSettlement } from './settlement-region.rules';

const ENDS = ['lacking', 'withdrawn', 'over'] as const;

@ApiSchema({ description: 'Whom a side picked as conciliator.' })
class PickShown {
  @Shown({ meaning: 'The side that picked.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Whom it picked, by pseudonym.', kind: 'person', example: 'conciliator' })
  readonly person: string;

  @Shown({ meaning: 'When that person accepted (UTC); `null` before.', format: 'date-time', nullable: true })
  readonly acceptedAt: string | null;
}

@ApiSchema({ description: 'What conciliators put to both sides.' })
class ConciliatorsProposalShown {
  @Shown({ meaning: 'When it was put to both sides (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'SHA-256 over the canonical JSON of `{caseId, conciliators, text}`.', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning: 'What it says, for the desks, their auditors and the conciliators alone; `null` for others.',
    type: () => AuthoredText,
    list: true,
    nullable: true,
  })
  readonly text: readonly AuthoredText[] | null;
}

@ApiSchema({ description: 'A try to have conciliators.' })
class TryShown {
  @Shown({ meaning: 'Number of the try in its case: 1, 2, 3 …', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'When it is recorded that there are none, if one is missing then.', type: () => DeadlineShown })
  readonly due: DeadlineShown;

  @Shown({ meaning: 'Whom each side has picked last.', type: () => PickShown, list: true })
  readonly picks: readonly PickShown[];

  @Shown({ meaning: 'Since when there are conciliators (UTC).', format: 'date-time', nullable: true })
  readonly appointedAt: string | null;

  @Shown({
    meaning: 'How it ended: one was missing, one withdrew, or the settlement is over; `null` while it has not.',
    values: ENDS,
    nullable: true,
  })
  readonly end: string | null;

  @Shown({
    meaning: 'Sides whose conciliator has signed a text that is not put yet.',
    type: () => String,
    list: true,
    kind: 'party',
  })
  readonly signedBy: readonly string[];

  @Shown({ meaning: 'What was put to both sides, oldest first.', type: () => ConciliatorsProposalShown, list: true })
  readonly proposals: readonly ConciliatorsProposalShown[];
}

@ApiSchema({ description: 'Who conciliates, and what they propose.' })
export class ConciliatorsShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid', example: '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' })
  readonly caseId: string;

  @Shown({ meaning: 'Every try to have conciliators, oldest first.', type: () => TryShown, list: true })
  readonly tries: readonly TryShown[];
}

/** How a reader sees the conciliators of a case. */
export interface ConciliatorsReader {
  /** Whether the reader reads what was put to the sides. */
  readonly readsProposals: boolean;
  /** Set for a conciliator, who sees the tries in which a side keeps to that person. */
  readonly person?: PersonId;
}

export const showConciliators = (
  caseId: CaseId,
  { conciliators, parties: { complainant, respondent } }: FiledSettlement,
  { readsProposals, person }: ConciliatorsReader,
): ConciliatorsShown => ({
  caseId,
  tries: conciliators
    .filter(
      (one) => person === undefined || [complainant, respondent].some((party) => pickOf(one, party)?.person === person),
    )
    .map((one) => ({
      n: one.n,
      due: showDeadline(one.due),
      picks: [complainant, respondent].flatMap((party) => showPick(one, party)),
      appointedAt: one.appointedAt ?? null,
      end: one.end?.how ?? null,
      signedBy: [...new Set(one.signatures.map(({ party }) => party))],
      proposals: one.proposals.map(({ at, digest, text }) => ({ at, digest, text: readsProposals ? text : null })),
    })),
});

function showPick(one: Conciliators, party: FiledSettlement['parties']['complainant']): readonly PickShown[] {
  const pick = pickOf(one, party);
  return pick ? [{ party, person: pick.person, acceptedAt: pick.acceptedAt ?? null }] : [];
}
