import type { ClockRule } from './clock-rule';
import { byId, clock, days, fixed, hours, jbd, rollsNothing, say, type Clocks } from './clock-terms';

type Length = readonly [number, ClockRule['unit']];

/** Clocks of a seat that is filled again, and the least times of S9 after that and with a late claim. */
interface Lengths {
  readonly nomination: Length;
  readonly challenge: Length;
  readonly decision: Length;
  readonly findings: Length;
  readonly lateClaim: Length;
}

const successors = (
  { nomination, challenge, decision, findings, lateClaim }: Lengths,
  more: Partial<ClockRule>,
  ofFindings: Partial<ClockRule>,
): Clocks =>
  byId(
    clock(
      'successor-nomination',
      'S6',
      'seat that has fallen vacant before the interim text',
      nomination,
      'drawn-by-lot',
      say('nomination of a successor to the panel', '提名专家组继任成员'),
      more,
    ),
    // From the interim text on nobody nominates: the seat is drawn as of the instant at which it fell vacant.
    clock(
      'successor-draw',
      'S6',
      'seat that has fallen vacant from the interim text on',
      hours(0),
      'drawn-by-lot',
      say('draw of a successor to the panel', '抽签选出专家组继任成员'),
      rollsNothing,
    ),
    clock(
      'successor-challenge',
      'S6',
      'disclosure of a successor',
      challenge,
      'right-to-challenge-lapses',
      say('challenge of a successor', '对继任成员提出回避'),
      more,
    ),
    clock(
      'successor-challenge-decision',
      'S6',
      'challenge of a successor',
      decision,
      'member-stays',
      say('decision on the challenge of a successor', '对继任成员的回避作出决定'),
      more,
    ),
    clock(
      'late-findings',
      'S9',
      'panel that is whole late, or again',
      findings,
      'undecided-claims-not-agreed',
      say('findings of a panel that was whole too late', '专家组逾期组成后作出结论'),
      ofFindings,
    ),
    clock(
      'late-claim',
      'S9',
      'reply to a claim that came during the review, or the lapse of its time',
      lateClaim,
      'undecided-claims-not-agreed',
      say('findings with a claim that came during the review', '含审查期间提出的主张的结论'),
      { ...ofFindings, rule: 'I-24' },
    ),
  );

export const standardSuccessors = successors(
  { nomination: jbd(5), challenge: jbd(3), decision: jbd(3), findings: jbd(5), lateClaim: jbd(15) },
  {},
  fixed,
);

export const urgentSuccessors = successors(
  { nomination: hours(24), challenge: hours(24), decision: hours(24), findings: days(5), lateClaim: hours(48) },
  rollsNothing,
  rollsNothing,
);
