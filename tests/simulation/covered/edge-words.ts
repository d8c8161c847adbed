/**
 * Tells several edges between the same two states apart: by the words of the edge, the reason of the move that takes
 * it.
 */
export const EDGE_REASONS: Readonly<Record<string, RegExp>> = {
  'time for comments over': /^InterimCommentsClosed$/,
  'long-stop passed after the interim text': /^VotingTimeEnded$/,
  withdrawn: /^ScreeningEnded withdrawn$/,
  'closed without prejudice': /^ScreeningEnded closed-without-prejudice$/,
  'findings issued': /^(ScreeningEnded findings-issued|SettlementWindowOpened)$/,
  settled: /^ScreeningEnded settled$/,
  'no panel': /^ScreeningEnded no-panel$/,
  lapsed: /^ScreeningEnded lapsed$/,
  'what ended it set aside': /^LapseSetAside/,
  'signature of the settlement repudiated': /^(ActRepudiated|AgreementUndone)$/,
  'signature of the agreement repudiated': /^ActRepudiated of the register$/,
  'act about an obligation repudiated': /^ActRepudiated/,
  'reopened by both parties': /Reopen|OpenedAgain/,
  'challenge upheld': /^ChallengeDecided/,
  'peremptory replacement': /^MemberReplaced$/,
  'disclosed later': /^DisclosureMade$/,
  'no disclosure in time': /^MemberRemoved$/,
  'member left, was recused or removed': /^MemberRecused$/,
  'conciliation broken off': /^ConciliationBrokenOff$/,
  'screening ended': /^(ScreeningEnd|ConciliationStopped)/,
  'report given': /^StatusReportGiven( of the register)?$/,
  'late obligation verified': /^Obligation(Fulfilled|Verified)( of the register)?$/,
  'existing agreement entered in the register': /^AgreementEntered of the register$/,
};
