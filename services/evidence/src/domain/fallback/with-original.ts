import type { OwnEvidence } from '../evidence-state';
import type { Original } from '../translation/original';

/** The case with one of its exhibits or documents as it is now. */
export const withOriginal = <State extends OwnEvidence>(state: State, original: Original): State =>
  'into' in original
    ? { ...state, documents: new Map(state.documents).set(original.number, original) }
    : { ...state, exhibits: new Map(state.exhibits).set(original.number, original) };
