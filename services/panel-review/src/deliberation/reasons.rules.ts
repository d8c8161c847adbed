import {
  accept,
  canonicalJson,
  refuse,
  type CaseId,
  type DomainEvent,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import { claimBar } from '../claims/claims.rules';
import type { ReasonedText } from '../findings/make-findings.rules';
import { findingsRefusals } from '../findings/findings-refusals.rules';
import { panelActBar } from '../review/comments.rules';
import { restsOnStruck } from '../review/evidence-time.rules';
import { reviewRefusals } from '../review/review.rules';
import type { DeliberationState } from './deliberation.rules';
import { votingBar, writingSeat, type InPanel } from './votes.rules';

/** Reasons that a member laid before the panel for one of the two outcomes that a majority can reach. */
interface ProposedReasons extends ReasonedText {
  readonly claimId: string;
  readonly member: PersonId;
  readonly supports: 'substantiated' | 'not-substantiated';
  /** Of the case, the claim, the outcome, the text and its exhibits: what members adopt. */
  readonly digest: Sha256;
}

export interface Reasons extends ProposedReasons {
  /** Who adopts them now; the member who laid them down is the first. */
  readonly adoptedBy: readonly PersonId[];
}

/** A member lays reasons down, and so adopts them. */
export type ReasonsGiven = DomainEvent<'ReasonsGiven', ProposedReasons>;
/** A member adopts the reasons that another laid down. */
export type ReasonsAdopted = DomainEvent<
  'ReasonsAdopted',
  Pick<ProposedReasons, 'claimId' | 'member' | 'supports' | 'digest'>
>;

export type GiveReasons = InPanel & {
  readonly type: 'GiveReasons';
  readonly claimId: string;
  readonly supports: 'substantiated' | 'not-substantiated';
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type AdoptReasons = InPanel & { readonly type: 'AdoptReasons'; readonly digest: Sha256 };

/**
 * A member lays down reasons for one of the outcomes that a majority can reach. They are released only with that
 * outcome, and only when its majority adopted them in time (I-73).
 */
export function giveReasons(command: GiveReasons, state: DeliberationState) {
  const seat = writingSeat(command, state);
  if ('kind' in seat) return seat;
  const { by, receivedAt, panel, claimId, supports, text, exhibits } = command;
  const digest = reasonsDigest(panel.caseId, { claimId, supports, text, exhibits });
  return accept<ReasonsGiven>({
    type: 'ReasonsGiven',
    occurredAt: receivedAt,
    rule: 'S9',
    tier: 'DELIBERATION',
    data: { claimId, member: by, supports, text, exhibits, digest },
  });
}

/** A member adopts reasons that another laid down, in place of those that it adopted before for the same outcome. */
export function adoptReasons(command: AdoptReasons, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const bar = panelActBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar) return refuse(bar);
  const { digest } = command;
  const proposed = state.reasons.find((each) => each.digest === digest);
  if (!proposed) return refuse(findingsRefusals.unknownReasons, '/digest');
  if (restsOnStruck(proposed.exhibits, panel)) return refuse(reviewRefusals.exhibitStruck, '/digest');
  const { claimId, supports, adoptedBy } = proposed;
  const claim = claimBar(panel, claimId, receivedAt);
  if (claim) return refuse(claim);
  if (adoptedBy.includes(by)) return accept();
  return accept<ReasonsAdopted>({
    type: 'ReasonsAdopted',
    occurredAt: receivedAt,
    rule: 'I-73',
    tier: 'DELIBERATION',
    data: { claimId, member: by, supports, digest },
  });
}

/** A member adopts one text for an outcome of a claim. A text that nobody adopts any more is gone. */
export function adopting(reasons: readonly Reasons[], { type, data }: ReasonsGiven | ReasonsAdopted) {
  const { claimId, supports, digest, member } = data;
  const isNew = type === 'ReasonsGiven' && !reasons.some((each) => each.digest === digest);
  return [...reasons, ...(isNew ? [{ ...data, adoptedBy: [] }] : [])]
    .map((each) => {
      if (each.claimId !== claimId || each.supports !== supports) return each;
      const others = each.adoptedBy.filter((adopter) => adopter !== member);
      return { ...each, adoptedBy: each.digest === digest ? [...others, member] : others };
    })
    .filter(({ adoptedBy }) => adoptedBy.length > 0);
}

/** What members adopt: the SHA-256 of the canonical JSON of case, claim, exhibits, outcome and text. */
export const reasonsDigest = (
  caseId: CaseId,
  { claimId, supports, text, exhibits }: Pick<ProposedReasons, 'claimId' | 'supports' | 'text' | 'exhibits'>,
): Sha256 => sha256Text(canonicalJson({ caseId, claimId, exhibits, supports, text }));
