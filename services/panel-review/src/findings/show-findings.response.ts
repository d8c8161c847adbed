import { mayRead, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import type { Tier } from '@parley/kernel';
import { showMarks } from '../marks/marks.response';
import { unmarked } from '../marks/marks.rules';
import { accessOf } from '../panel/panel.http';
import { openedPanelOf, type OpenedPanel, type PanelState } from '../panel/panel-state.rules';
import { revisionFor } from '../panel/show-panel.response';
import type { AttributedVoteShown, FindingsShown } from './findings.response';
import type { AttributedVote } from './make-findings.rules';
import { untranslatedIn } from './translated-findings.rules';

const votesOn = (claim: string, votes: readonly AttributedVote[]): readonly AttributedVoteShown[] =>
  votes.filter(({ claimId }) => claimId === claim).map(({ member, on }) => ({ member, on }));

/**
 * The findings of a panel; none before they are decided. What they say is shown to the panel alone before they are
 * issued (I-68), and no vote in them (I-14). Who reads only what is public waits for the published version (I-75).
 */
export function showFindings(
  { stage, requests, convening }: OpenedPanel,
  reads: (tier: Tier) => boolean,
): FindingsShown | undefined {
  if (stage.name !== 'certifying' && stage.name !== 'issued') return undefined;
  const {
    digest,
    findingsDigest,
    salt,
    steps,
    decidedAt,
    closedBy,
    incomplete,
    certifications,
    attributed,
    disposals,
    translations,
  } = stage.decision;
  const { issue, marking } = stage.name === 'issued' ? stage : { issue: null, marking: unmarked };
  const released = reads(issue ? 'PANEL' : 'DELIBERATION');
  const findings = stage.decision.findings.map((finding) => ({
    ...finding,
    attributed: issue ? votesOn(finding.claimId, attributed) : [],
  }));
  const unanswered = requests.flatMap(({ id, askedOf, outcome }) => (outcome === 'not-given' ? [{ id, askedOf }] : []));
  return {
    digest,
    findingsDigest,
    salt: released ? salt : null,
    steps,
    decidedAt,
    closedBy,
    incomplete,
    unanswered,
    issuedAt: issue?.at ?? null,
    issuedBy: issue?.by ?? null,
    missing: issue?.missing ?? [],
    certifications,
    findings: released ? findings : null,
    translations: released ? translations.map(({ claimId, part, text }) => ({ claimId, part, text })) : null,
    untranslated: released || issue ? untranslatedIn(stage.decision) : null,
    disposals: released || issue ? disposals : null,
    marks: released ? showMarks(marking, convening?.coChairs ?? []) : [],
    published: marking.published,
  };
}

/** The answer to an act on findings: these after the act, as its author may read them. */
export function showFindingsOutcome(outcome: CommandOutcome<PanelState>, caller: Caller): Answer<FindingsShown> {
  const readsOf = (panel: OpenedPanel) => (tier: Tier) => mayRead(tier, caller, accessOf(panel));
  const answer = respond(outcome, ({ state }) => {
    const panel = openedPanelOf(state);
    const shown = showFindings(panel, readsOf(panel));
    if (!shown) throw new TypeError('the findings were never decided');
    return shown;
  });
  return outcome.kind === 'done' ? revisionFor(readsOf(openedPanelOf(outcome.state)), answer) : answer;
}
