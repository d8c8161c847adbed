import type { CaseId, DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { Grade, HotlineTime, Rung, TeamMember } from './hotline';

interface MovesTimes {
  readonly opens: readonly HotlineTime[];
  readonly closes: readonly string[];
}

/** What of a request is public: that it was made, of which grade, and by whom. */
interface OfRequest {
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly asking: PartyCode;
  readonly asked: PartyCode;
}

export type HotlineRequested = DomainEvent<
  'HotlineRequested',
  MovesTimes &
    OfRequest & {
      readonly hotlineId: string;
      readonly by: PersonId;
      readonly subject: readonly Text[];
      readonly acknowledgeBy: Instant;
      readonly ruleSetVersion: string;
    }
>;
/** Nobody answered at a rung: it goes to the next one. That is a public fact, and so is its instant. */
export type HotlineUnanswered = DomainEvent<
  'HotlineUnanswered',
  MovesTimes & OfRequest & { readonly rung: Rung; readonly next: Rung }
>;
export type HotlineAcknowledged = DomainEvent<
  'HotlineAcknowledged',
  MovesTimes &
    OfRequest & { readonly by: PersonId; readonly office: string; readonly rung: Rung; readonly text: readonly Text[] }
>;
export type CrisisTeamCalledFor = DomainEvent<
  'CrisisTeamCalledFor',
  MovesTimes & OfRequest & { readonly membersPerSide: number; readonly ruleSetVersion: string }
>;
export type CrisisTeamNoted = DomainEvent<
  'CrisisTeamNoted',
  MovesTimes & { readonly members: readonly TeamMember[]; readonly becauseOf: string }
>;
/**
 * For the parties: what the team thinks can be done. Another draft takes the place of the one before, and of its
 * signatures.
 */
export type OptionsDrafted = DomainEvent<
  'OptionsDrafted',
  MovesTimes & {
    readonly by: PersonId;
    readonly party: PartyCode;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type OptionsSigned = DomainEvent<
  'OptionsSigned',
  MovesTimes & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256 }
>;
export type OptionsAgreed = DomainEvent<'OptionsAgreed', MovesTimes & OfRequest & { readonly digest: Sha256 }>;

export type HotlineEvent =
  | HotlineRequested
  | HotlineUnanswered
  | HotlineAcknowledged
  | CrisisTeamCalledFor
  | CrisisTeamNoted
  | OptionsDrafted
  | OptionsSigned
  | OptionsAgreed;
