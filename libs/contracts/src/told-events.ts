import type { DescMessage } from '@bufbuild/protobuf';

/** Messages that say only that something happened, and so never which event it was. */
const UNNAMED: readonly string[] = ['PersonActed', 'LimitsMoved', 'RosterCounted'];

/** Messages that any event may tell, beside what is told of it itself. */
const OF_ANY_EVENT: readonly string[] = ['ClocksMoved'];

const LATE_ENTRY = ['LateEntryClaimed', 'LateEntryCounted', 'LateEntryRefused', 'LateEntryLapsed'];

/** Messages of all contexts that tell of several events, or of one that the record calls by another name. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  LateEntryNoted: LATE_ENTRY,
  ReplyReceived: ['ReplyFiled', 'ReplyLapseSetAside'],
  ReplyServed: ['ReplyFiled', 'ReplyLapseSetAside'],
  CallRecorded: ['CallOffered', 'CallAnswered', 'CallUnanswered'],
  CallArranged: ['CallAccepted', 'CallMoved'],
  SummaryRecorded: ['SummaryRequested', 'SummaryAnswered', 'SummaryUnanswered'],
  SummaryServed: ['SummaryAnswered'],
  LetterServed: ['LetterSent'],
  AmendmentReplyReceived: ['AmendmentAnswered'],
  AmendmentReplyServed: ['AmendmentAnswered'],
  RefilingNoted: ['WithdrawnAfterReview', 'RefilingConsented'],
  ProposalClosed: ['ProposalSigned', 'ProposalDeclined', 'ProposalWithdrawn', 'ProposalLapsed'],
  LapseSetAside: ['LapseSetAside', 'DefaultSetAside'],
  LongStopExtended: ['DeadlineExtended', 'SeatTimeAdded'],
  WatchListRecorded: ['WatchListFiled'],
  PartyKeyRecorded: ['KeyRegistered', 'KeyEnded'],
  CrisisTeamNeeded: ['HotlineRequested', 'CrisisTeamCalledFor', 'CrisisDrawDue'],
  DelegationRepudiated: ['ActRepudiated'],
  ExhibitLoan: ['LoanAsked', 'ExhibitLent', 'LoanEnded'],
  PanelOpened: ['PanelOpened', 'RostersFrozenAnew'],
  PanelConvened: ['PanelConvened', 'ParityRestored'],
  RosterNoted: ['RosterFoundShort', 'RosterFilledUp'],
  CrisisTeamDrawn: ['CrisisTeamDrawn', 'CrisisTeamServes'],
  DrawNoted: ['NonceCommitted', 'DrawCalled', 'NonceLaidOpen', 'NonceLeftOut', 'DrawSecretMissing'],
  InterimIssued: ['InterimIssued', 'InterimMissing'],
  InterimServed: ['InterimIssued'],
  FindingsServed: ['FindingsIssued'],
  PersonHeard: ['ThirdPartyAdmitted', 'ExpertTaken'],
  ComplianceReviewed: ['ReviewClosed'],
  StatusReportNoted: ['StatusReportGiven', 'StatusReportMissed'],
  ...{
    HotlineRecorded: [
      ...['HotlineRequested', 'HotlineAcknowledged', 'HotlineUnanswered', 'OptionsAgreed', 'OptionsMissed'],
      ...['CrisisNonceLeftOut', 'CrisisSecretMissing'],
    ],
    MaterialServed: [
      ...['InformationRequested', 'InformationAnswered', 'ThirdPartyNoteFiled', 'ExpertReportServed'],
      'MaterialCommented',
    ],
    ObligationNoted: [
      ...['ObligationOverdue', 'ObligationFulfilled', 'ObligationVerified', 'ObligationVerifiedBySilence'],
      ...['ObligationChecked', 'JointCheckLapsed', 'DateMoved', 'NonPerformanceNoticed'],
    ],
    ConciliationNoted: [
      ...['ConciliationProposed', 'ConciliationBegun', 'ConciliationUnanswered', 'ConciliationBrokenOff'],
      ...['ConciliationStopped', 'ConciliatorPicked', 'ConciliatorsAppointed', 'ConciliatorsLacking'],
      ...['ConciliatorWithdrew', 'ConciliatorsProposalPut'],
    ],
    PanelFact: [
      ...['TrackTaken', 'RostersFrozenAnew', 'DefaultSetAside', 'DeadlineExtended', 'MemberNominated'],
      ...['MemberRemoved', 'MemberReplaced', 'MemberRecused', 'SeatLeftEmpty', 'ParityRestored', 'DisclosureMade'],
      ...['ChallengeMade', 'ChallengeTimeEnded', 'ChallengeDecided', 'TermsProposed', 'TermsSet', 'TermsNotSet'],
      ...['EvidenceClosed', 'EvidenceAnswersClosed', 'ClaimEvidenceOpened', 'ClaimEvidenceClosed'],
      ...['ClaimCommentsClosed', 'InformationRequested', 'InformationAnswered', 'InformationNotGiven'],
      ...['JointRequestProposed', 'LeaveCommentsClosed', 'ThirdPartyAdmitted', 'ThirdPartyNoteFiled'],
      ...['ExpertsProposed', 'ExpertTaken', 'ExpertDisclosed', 'ExpertReportServed', 'ReportCommentsClosed'],
      ...['InterimMeetingRequested', 'InterimMeetingSet', 'InterimCommentsClosed', 'CommentingFinished'],
      ...['VotingTimeEnded', 'FindingsAwaitParity', 'FindingsCertified', 'PassagesMarked', 'MarkLeaveGiven'],
    ],
  },
};

/** True for a message that never says which event it tells. */
export const isUnnamed = ({ name }: DescMessage): boolean => UNNAMED.includes(name);

/**
 * The events that messages of a type tell, by the names of the record: `intake.ReplyFiled`. A history, its export, the
 * header `ce_event` and the record in a dossier have the same ones.
 * @returns nothing where that is never said, or where any event may be told
 */
export const eventsToldBy = (message: DescMessage): readonly string[] => {
  const { name, file } = message;
  if (isUnnamed(message) || OF_ANY_EVENT.includes(name)) return [];
  const [, context = ''] = file.proto.package.split('.');
  return (TOLD_BY[name] ?? [name]).map((event) => `${context}.${event}`);
};
