import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { Dossier } from './dossier/dossier';
import type { NotedForumEvent, Transmission } from './transmission/transmission';
import type { Filing, FinalFindings, Registration, ScreeningEnd, ServedGrievance } from './learned-fact';

/** What is known of the case from the other contexts. Each part may come first. */
export interface Learned {
  readonly registration?: Registration;
  readonly grievance?: ServedGrievance;
  readonly findings?: FinalFindings;
  readonly ended?: ScreeningEnd;
  /** Seated members of the panel, who may see that a referral exists. */
  readonly members: readonly PersonId[];
}

/** A case of which the filing is known; only in one does anybody act. */
export interface FiledReferral {
  readonly status: 'filed';
  readonly filing: Filing;
  readonly learned: Learned;
  /** When each party that gave an exit notice gave it. */
  readonly exitNotices: Readonly<Record<PartyCode, Instant>>;
  readonly dossiers: readonly Dossier[];
  readonly transmissions: readonly Transmission[];
  /** By symbol, in the order in which they were first recorded. */
  readonly forumEvents: readonly NotedForumEvent[];
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export type ReferralState = { readonly status: 'unfiled'; readonly learned: Learned } | FiledReferral;

/** When a party gave its exit notice; `undefined` while it has not. */
export const exitNoticeOf = ({ exitNotices }: FiledReferral, party: PartyCode): Instant | undefined =>
  exitNotices[party];

export const unfiled: ReferralState = { status: 'unfiled', learned: { members: [] } };
