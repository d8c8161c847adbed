import { equalMembers } from './i-01-equal-members.rule';
import { noVoteWithoutParity } from './i-02-no-vote-without-parity.rule';
import { twoCoChairs } from './i-03-two-co-chairs.rule';
import { bothSignaturesOrDefault } from './i-04-both-signatures-or-default.rule';
import { oneCapacity } from './i-05-one-capacity.rule';
import { bothSidesAtOneInstant, servedOnBothAtOnce } from './i-06-both-sides-at-one-instant.rule';
import { disclosedBeforeSeated } from './i-08-disclosed-before-seated.rule';
import { challengedStayOut } from './i-09-challenged-stay-out.rule';
import { challengedDecideNot } from './i-10-challenged-decide-not.rule';
import { nobodyVotesAfterwards, votesByEvents } from './i-11-votes-by-events.rule';
import { majorityOfBothSides } from './i-12-majority-of-both-sides.rule';
import { separateStatements } from './i-13-separate-statements.rule';
import { votesStayInside } from './i-14-votes-stay-inside.rule';
import { seenByBothSides } from './i-15-seen-by-both-sides.rule';
import { deadlinesExplainThemselves } from './i-16-deadlines-explain-themselves.rule';
import { oneOfManyCases } from './i-16-one-of-many-cases.rule';
import { silenceNeverBlocks } from './i-17-silence-never-blocks.rule';
import { defaultsOnceAtExpiry } from './i-18-defaults-once-at-expiry.rule';
import { actsInTimeBeatDefaults, setAsideByWhatHadCome } from './i-19-acts-in-time-beat-defaults.rule';
import { complexTrackInTime, extendedBeforeExpiry, extendedByBoth } from './i-20-extended-before-expiry.rule';
import { neverEarlier } from './i-21-never-earlier.rule';
import { objectionsStopNothing } from './i-23-objections-stop-nothing.rule';
import { ownClocks, replacedByConsent } from './i-24-own-clocks.rule';
import { nothingRevived } from './i-25-nothing-revived.rule';
import { alongTheGraph, noOtherExit } from './i-26-along-the-graph.rule';
import { docketWithoutGaps } from './i-27-docket-without-gaps.rule';
import { sentTwiceDoneOnce } from './i-28-sent-twice-done-once.rule';
import { registeredComplete } from './i-29-registered-complete.rule';
import { closesOnlyOwnClaims, withdrawalIsOnesOwn } from './i-30-withdrawal-is-ones-own.rule';
import { sideBySide } from './i-31-side-by-side.rule';
import { counteredApart, delaysNothing } from './i-32-countered-apart.rule';
import { damageOnRecord } from './i-33-damage-on-record.rule';
import { unbrokenCustody } from './i-34-unbroken-custody.rule';
import { correctionsPointBack, nothingAltered, readByAStranger } from './i-35-nothing-altered.rule';
import { replayIsTheState } from './i-36-replay-is-the-state.rule';
import { originalsStay } from './i-41-originals-stay.rule';
import { readersByConsent } from './i-42-readers-by-consent.rule';
import { publicLimitsAlone } from './i-43-public-limits-alone.rule';
import { reasonBetweenTheParties } from './i-43-reason-between-the-parties.rule';
import { unregisteredUnseen } from './i-43-unregistered-unseen.rule';
import { withoutPrejudiceStaysThere } from './i-45-without-prejudice-stays-there.rule';
import { settledByBoth, signedOverOneText } from './i-47-settled-by-both.rule';
import { dossierOnABasis } from './i-48-dossier-on-a-basis.rule';
import { forumThatHears } from './i-49-forum-that-hears.rule';
import { exitAlwaysOpen, openAtEveryMoment } from './i-53-exit-always-open.rule';
import { obligationsInPublic } from './i-54-obligations-in-public.rule';
import { onTheDocket } from './i-55-on-the-docket.rule';
import { limitsOnTheDocket } from './i-55-limits-on-the-docket.rule';
import { docketFromTheLogAlone } from './i-56-docket-from-the-log-alone.rule';
import { bothLanguagesAtOnce, translatedInTime } from './i-57-both-languages-at-once.rule';
import { absenceIsAFact, everyNoticeAccountedFor } from './i-58-every-notice-accounted-for.rule';
import { servingAgainMovesNothing } from './i-59-serving-again-moves-nothing.rule';
import { enteredWithItsTrueTime, outagesShortenNothing } from './i-61-outages-shorten-nothing.rule';
import { everythingAcceptedIsThere } from './i-62-everything-accepted-is-there.rule';
import { serialsWithoutGaps } from './i-63-serials-without-gaps.rule';
import { datesWithTheirStory } from './i-64-dates-with-their-story.rule';
import { bothCouldComment, hadTimeToComment } from './i-65-both-could-comment.rule';
import { markedIsLeftOut, marksAreValid, outcomesAreNotHidden } from './i-75-marked-is-left-out.rule';
import { ownPeopleAlone } from './i-76-own-people-alone.rule';
import { onlyOnesOwnPeople } from './i-66-only-ones-own-people.rule';
import {
  decidedIsIssued,
  endsFromInterimOn,
  noEndFromInterimOn,
  nothingHoldsUp,
  unreadBeforeIssue,
} from './i-68-what-was-decided-is-issued.rule';
import { countedOnce, noLapseMeanwhile, timeAdded, timeOnRecord } from './i-69-time-of-seats.rule';
import {
  leaveLeavesTime,
  nothingAfterTheLastDay,
  nothingRestsOnWhatWasWithdrawn,
} from './i-70-nothing-after-the-last-day.rule';
import { adoptedRules } from './i-71-adopted-rules.rule';
import { adoptedReasons, objectionsDisposedOf } from './i-73-disposed-of-with-reasons.rule';
import { crisisTeamsNobodyChooses } from './i-72-crisis-teams.rule';
import { drawsNobodyChooses } from './i-72-draws-nobody-chooses.rule';
import { everyChannelOfEverybody } from './i-74-every-channel-of-everybody.rule';
import { nobodySpeaksForTheOtherSide } from './i-67-nobody-speaks-for-the-other-side.rule';
import { paperOfNeitherSide } from './i-67-paper-of-neither-side.rule';
import { endedByNoSideAlone, nearerByNoSeat, noTimeIsWon, othersAreLeftAlone } from './nothing-won.rule';
import { notFiledAgain, othersActsStand } from './nothing-won-back.rule';
import { undoingGivesNoTime } from './i-67-undone-settlements.rule';
import type { Rule } from './rule';

/** Every invariant that is a question to a history. */
export const RULES: readonly Rule[] = [
  equalMembers,
  noVoteWithoutParity,
  twoCoChairs,
  bothSignaturesOrDefault,
  oneCapacity,
  bothSidesAtOneInstant,
  servedOnBothAtOnce,
  disclosedBeforeSeated,
  challengedStayOut,
  challengedDecideNot,
  votesByEvents,
  nobodyVotesAfterwards,
  majorityOfBothSides,
  separateStatements,
  votesStayInside,
  seenByBothSides,
  deadlinesExplainThemselves,
  oneOfManyCases,
  silenceNeverBlocks,
  defaultsOnceAtExpiry,
  actsInTimeBeatDefaults,
  setAsideByWhatHadCome,
  extendedBeforeExpiry,
  extendedByBoth,
  complexTrackInTime,
  neverEarlier,
  objectionsStopNothing,
  ownClocks,
  replacedByConsent,
  nothingRevived,
  alongTheGraph,
  noOtherExit,
  docketWithoutGaps,
  sentTwiceDoneOnce,
  registeredComplete,
  withdrawalIsOnesOwn,
  closesOnlyOwnClaims,
  sideBySide,
  counteredApart,
  delaysNothing,
  damageOnRecord,
  unbrokenCustody,
  nothingAltered,
  readByAStranger,
  correctionsPointBack,
  replayIsTheState,
  originalsStay,
  readersByConsent,
  unregisteredUnseen,
  publicLimitsAlone,
  reasonBetweenTheParties,
  withoutPrejudiceStaysThere,
  settledByBoth,
  signedOverOneText,
  dossierOnABasis,
  forumThatHears,
  exitAlwaysOpen,
  openAtEveryMoment,
  obligationsInPublic,
  onTheDocket,
  limitsOnTheDocket,
  docketFromTheLogAlone,
  bothLanguagesAtOnce,
  translatedInTime,
  everyNoticeAccountedFor,
  absenceIsAFact,
  servingAgainMovesNothing,
  outagesShortenNothing,
  enteredWithItsTrueTime,
  nobodySpeaksForTheOtherSide,
  paperOfNeitherSide,
  undoingGivesNoTime,
  everythingAcceptedIsThere,
  serialsWithoutGaps,
  datesWithTheirStory,
  bothCouldComment,
  hadTimeToComment,
  onlyOnesOwnPeople,
  ownPeopleAlone,
  nothingAfterTheLastDay,
  leaveLeavesTime,
  nothingRestsOnWhatWasWithdrawn,
  adoptedRules,
  objectionsDisposedOf,
  adoptedReasons,
  crisisTeamsNobodyChooses,
  drawsNobodyChooses,
  everyChannelOfEverybody,
  markedIsLeftOut,
  outcomesAreNotHidden,
  marksAreValid,
  unreadBeforeIssue,
  decidedIsIssued,
  nothingHoldsUp,
  endsFromInterimOn,
  noEndFromInterimOn,
  countedOnce,
  timeOnRecord,
  timeAdded,
  noLapseMeanwhile,
  endedByNoSideAlone,
  nearerByNoSeat,
  othersAreLeftAlone,
  noTimeIsWon,
  notFiledAgain,
  othersActsStand,
];
