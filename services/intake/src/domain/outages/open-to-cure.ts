import { fileOf } from '../case-file';
import type { CaseState, FiledCase } from '../case-state';

/** A case that was closed for want of a cure, as it stood before; what its defects were stands in the notice. */
export const openToCure = (state: FiledCase): Extract<CaseState, { status: 'deficient' }> | undefined =>
  state.status === 'ended' && !state.registration
    ? { ...fileOf(state), running: {}, status: 'deficient', defects: [] }
    : undefined;
