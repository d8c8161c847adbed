import type { CaseId, PartyCode, Side } from '@parley/kernel';
import { fullRoster, type RuleSet } from '@parley/procedure';
import type { FileGrievance } from '../case-commands.rules';

/** What stood before a filing came, as far as the intake had heard. */
export interface BeforeFiling {
  /** Cases in which the same party filed the very same text within a day, the latest first. */
  readonly sameText: readonly CaseId[];
  /** How many names of each side's roster count; a side that is not named has none. */
  readonly names: Readonly<Record<PartyCode, number>>;
}

/** What whoever files should know. The filing is taken in as it is, and nothing follows from a warning. */
export type FilingWarning =
  | { readonly code: 'same-text-filed'; readonly caseId: CaseId }
  | {
      readonly code: 'roster-short';
      readonly side: Side;
      readonly party: PartyCode;
      readonly names: number;
      readonly shouldHave: number;
    };

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/**
 * The warnings of a filing. The check before a filing gives them by this function, too. Who names the earlier case as
 * the one that is filed again is not told of it.
 */
export function warningsOf(
  { before, parties, referring }: Pick<FileGrievance, 'before' | 'parties' | 'referring'>,
  ruleSet: RuleSet,
): readonly FilingWarning[] {
  if (!before) return [];
  const { members: shouldHave } = fullRoster(ruleSet);
  const caseId = before.sameText.find((id) => id !== referring?.previous?.caseId);
  return [
    ...(caseId === undefined ? [] : [{ code: 'same-text-filed', caseId } as const]),
    ...SIDES.flatMap((side): readonly FilingWarning[] => {
      const party = parties[side];
      const names = before.names[party] ?? 0;
      return names < shouldHave ? [{ code: 'roster-short', side, party, names, shouldHave }] : [];
    }),
  ];
}
