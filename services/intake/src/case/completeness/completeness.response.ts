import { ApiSchema } from '@nestjs/swagger';
import { MOST_ERRORS, Shown } from '@parley/http';
import { DefectShown } from '../case.response';
import { FilingWarningShown, showWarning } from '../filing/warnings.response';
import type { FilingWarning } from '../filing/warnings.rules';
import type { Defect } from './check-completeness.rules';

@ApiSchema({ description: 'What a check found wrong, and whether it is refused.' })
export class CheckedDefectShown extends DefectShown {
  @Shown({
    meaning: 'What becomes of a filing with it: it is refused, or it is taken in and found deficient.',
    values: ['refused', 'deficient'],
  })
  readonly filing: string;
}

@ApiSchema({ description: 'What a check of a grievance found.' })
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

  @Shown({
    meaning: 'What the receipt of the filing would warn of now. It stands in the way of nothing.',
    type: () => FilingWarningShown,
    list: true,
  })
  readonly warnings: readonly FilingWarningShown[];
}

/** Of what a filing would be refused for, as many as its refusal lists; then what the registry would find deficient. */
export const showCheck = (
  digest: string,
  refusedFor: readonly Omit<CheckedDefectShown, 'filing'>[],
  deficient: readonly Defect[],
  warnings: readonly FilingWarning[],
): CheckShown => ({
  digest,
  complete: refusedFor.length + deficient.length === 0,
  defects: [
    ...refusedFor.slice(0, MOST_ERRORS).map((fault) => ({ ...fault, filing: 'refused' })),
    ...deficient.map((defect) => ({ ...defect, filing: 'deficient' })),
  ],
  warnings: warnings.map(showWarning),
});
