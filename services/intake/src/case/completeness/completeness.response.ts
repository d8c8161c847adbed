import { MOST_ERRORS, Shown } from '@parley/http';
import { DefectShown } from '../case.response';
import type { Defect } from './check-completeness.rules';

export class CheckedDefectShown extends DefectShown {
  @Shown({
    meaning: 'What becomes of a filing with it: it is refused, or it is taken in and found deficient.',
    values: ['refused', 'deficient'],
  })
  readonly filing: string;
}

export class CheckShown {
  @Shown({ meaning: 'SHA-256 of the canonical JSON of the grievance: what a filer certifies.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'True when nothing is wrong: it can be filed as it is, and is complete.', example: true })
  readonly complete: boolean;

  @Shown({
    meaning: `What is wrong, and what is refused first, of which ${String(MOST_ERRORS)} are listed at most.`,
    type: () => CheckedDefectShown,
    list: true,
  })
  readonly defects: readonly CheckedDefectShown[];
}

/** Of what a filing would be refused for, as many as its refusal lists; then what the registry would find deficient. */
export const showCheck = (
  digest: string,
  refusedFor: readonly Omit<CheckedDefectShown, 'filing'>[],
  deficient: readonly Defect[],
): CheckShown => ({
  digest,
  complete: refusedFor.length + deficient.length === 0,
  defects: [
    ...refusedFor.slice(0, MOST_ERRORS).map((fault) => ({ ...fault, filing: 'refused' })),
    ...deficient.map((defect) => ({ ...defect, filing: 'deficient' })),
  ],
});
