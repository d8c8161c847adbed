import { refusals as accessRefusals } from '@parley/access';
import { refusals } from '../casefile/refusals.rules';
import { hiddenLayer, passageIn } from '../public-version/redaction.rules';

/** Why a public version may be refused, whether it is filed with its exhibit or later. */
export const OF_PUBLIC_VERSION = [
  refusals.publicAlready,
  refusals.publicVersionIdentical,
  refusals.publicVersionUncheckable,
  refusals.publicVersionTooLarge,
  refusals.publicVersionNotSearched,
  refusals.publicVersionsWaiting,
  refusals.nothingNamed,
  refusals.passageTooShort,
  ...Object.values(passageIn),
  ...Object.values(hiddenLayer),
] as const;

/** Why an exhibit may be refused, whether it is filed by itself or with others. */
export const OF_FILING = [
  refusals.notAParty,
  refusals.screeningEnded,
  refusals.longStopPassed,
  refusals.unknownAnswered,
  refusals.evidenceClosed,
  refusals.answersClosed,
  refusals.notAnswerable,
  refusals.noLeave,
  refusals.leaveOver,
  refusals.tooManyExhibits,
  refusals.uploadUsed,
  refusals.uploadUnknown,
  refusals.digestDiffers,
  refusals.contentNotItsType,
  refusals.unknownClaim,
  refusals.unknownCorrected,
  refusals.correctedAlready,
  refusals.correctionNarrower,
  refusals.custodyInFuture,
  ...OF_PUBLIC_VERSION,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;
