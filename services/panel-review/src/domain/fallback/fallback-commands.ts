import type { Instant } from '@parley/kernel';
import type { Act } from '../acts';
import type {
  AnswerRequest,
  CertifyFindings,
  ChallengeMember,
  CommentInterim,
  CommentOnMaterial,
  MakeDisclosure,
  NominateMember,
  ReplaceMember,
  SignChallengeDecision,
} from '../panel-commands';

/** What may be entered in a panel, by whom it was done and as of when it came. */
export type LateAct =
  | NominateMember
  | MakeDisclosure
  | ChallengeMember
  | SignChallengeDecision
  | ReplaceMember
  | AnswerRequest
  | CommentOnMaterial
  | CommentInterim
  | CertifyFindings;

/** The registry enters an act that came by another channel; its own time is that of the entry. */
export type EnterFallbackAct = Act & {
  readonly type: 'EnterFallbackAct';
  readonly entryId: string;
  readonly channel: string;
  readonly cameAt: Instant;
  readonly act: LateAct;
};
