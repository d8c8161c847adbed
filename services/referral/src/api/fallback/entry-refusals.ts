import { fallbackRefusals } from '@parley/procedure';
import { refusals } from '../../domain/refusals';

/** Why an entry of any kind may be refused. */
export const ANY_ENTRY = [
  fallbackRefusals.cameInFuture,
  fallbackRefusals.cameBeforeItsTime,
  fallbackRefusals.cameTooLate,
  fallbackRefusals.nothingAwaited,
  fallbackRefusals.overtaken,
  refusals.notAPartyOfEntry,
  refusals.entersOwnAct,
] as const;
