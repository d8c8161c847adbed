import { accept, canonicalJson, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import { OUTCOME_WORDS, sha256Text, type Clocks, type RuleSet } from '@parley/procedure';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import { inBothLanguages, untranslatedIn } from '../findings/translated-findings.rules';
import type { GiveMarkLeave, MarkPassages } from '../panel/panel-commands.rules';
import { deskOf, isPast, isRefused, type OpenedPanel, type Stage } from '../panel/panel-state.rules';
import { deliberationBar } from '../review/comments.rules';
import { reviewRefusals } from '../review/review.rules';
import {
  markRefusals,
  type Mark,
  type MarkLeaveGiven,
  type PassagesMarked,
  type ReasonsPublished,
} from './marks.rules';
import { charactersIn, counting, leftOutOf, placesOf, publicVersion, textsIn } from './public-findings.rules';

type Issued = Extract<Stage, { name: 'issued' }>;

/** The issued findings that can be marked now, or why none can. */
function markable(state: OpenedPanel, at: Instant) {
  const { stage, running } = state;
  if (stage.name !== 'issued') return refuse(markRefusals.nothingToMark);
  return stage.marking.published || !running['marking'] || isPast(state, 'marking', at)
    ? refuse(markRefusals.markingOver)
    : stage;
}

/**
 * A side marks passages of the findings that give away an exhibit or a submission of its own. No outcome can be marked,
 * and what goes beyond a side's share of any text waits for leave of both co-chairs (I-75).
 */
export function markPassages(command: MarkPassages, state: OpenedPanel, { ruleSet: { marking } }: Clocks) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const stage = markable(state, receivedAt);
  if ('kind' in stage) return stage;
  const party = state.parties[side];
  const own = stage.marking.marks.filter((mark) => mark.party === party);
  if (own.length >= marking.marksPerSide) return refuse(markRefusals.tooManyMarks);
  const { passages, givesAway, reason } = command;
  const fault = materialFault(givesAway, party, state) ?? passagesFault(passages, stage, marking);
  if (fault) return fault;
  const needsLeave = isBeyondShare(own, passages, stage, marking);
  // What only waits for leave does not keep a side from what it may have left out by itself.
  const before = own.filter((mark) => needsLeave || !mark.needsLeave);
  if (isMarkedBy(before, passages, stage)) return refuse(markRefusals.alreadyMarked);
  const digest = sha256Text(canonicalJson({ case: state.caseId, party, passages, givesAway, reason }));
  const markId = `mark:${String(stage.marking.marks.length + 1)}`;
  return accept<PassagesMarked>({
    type: 'PassagesMarked',
    occurredAt: receivedAt,
    rule: 'I-75',
    tier: 'PANEL',
    data: { markId, party, by, passages, givesAway, reason, needsLeave, digest, opens: [], closes: [] },
  });
}

/** A co-chair gives leave for a mark beyond its side's share. It counts once both did, in the time for marks. */
export function giveMarkLeave(command: GiveMarkLeave, state: OpenedPanel) {
  const { by, receivedAt, markId } = command;
  const bar = deliberationBar(state, by);
  if (bar) return refuse(bar);
  if (!state.convening?.coChairs.includes(by)) return refuse(reviewRefusals.notCoChair);
  const stage = markable(state, receivedAt);
  if ('kind' in stage) return stage;
  const mark = stage.marking.marks.find(({ id }) => id === markId);
  if (!mark) return refuse(markRefusals.unknownMark);
  if (!mark.needsLeave) return refuse(markRefusals.needsNoLeave);
  if (mark.leaveBy.includes(by)) return refuse(compositionRefusals.alreadySigned);
  const { digest } = command;
  if (digest !== mark.digest) return refuse(compositionRefusals.digestDiffers, '/digest');
  return accept<MarkLeaveGiven>({
    type: 'MarkLeaveGiven',
    occurredAt: receivedAt,
    rule: 'I-75',
    tier: 'PANEL',
    data: { markId, by, digest, opens: [], closes: [] },
  });
}

/** The time for marks is over: reasons and statements are public, without what was validly marked by then. */
export function markingByDefault(
  expiry: Instant,
  { stage, parties, convening }: OpenedPanel,
): Decision<ReasonsPublished> {
  if (stage.name !== 'issued' || stage.marking.published) return accept();
  const findings = inBothLanguages(stage.decision);
  const marks = counting(stage.marking.marks, convening?.coChairs ?? []);
  return accept({
    type: 'ReasonsPublished',
    occurredAt: expiry,
    rule: 'I-75',
    tier: 'PUBLIC',
    data: {
      parties,
      findings: publicVersion(findings, marks, parties),
      leftOut: leftOutOf(findings, marks, parties),
      untranslated: untranslatedIn(stage.decision),
      opens: [],
      closes: ['marking'],
    },
  });
}

/** Why a mark does not name something of its side's own that the panel read and the public did not. */
function materialFault(name: string, party: PartyCode, state: OpenedPanel) {
  const exhibit = state.exhibits.find(({ number }) => number === name);
  if (exhibit?.party === party) return exhibit.isPublic ? refuse(markRefusals.publicMaterial, '/givesAway') : undefined;
  return submissionsOf(party, state).includes(name) ? undefined : refuse(markRefusals.notOwnMaterial, '/givesAway');
}

/** What a party itself laid before the panel, apart from exhibits. */
function submissionsOf(party: PartyCode, { parties, materials, comments, repliedAt }: OpenedPanel): readonly string[] {
  const isComplainant = party === parties.complainant;
  return [
    ...materials.flatMap(({ id, kind, party: of, text, comments: on }) => [
      ...(kind === 'answer' && of === party && text.length > 0 ? [id] : []),
      ...on.flatMap((comment) => (comment.party === party ? [`${id}/comment:${party}`] : [])),
    ]),
    ...(comments.some(({ side }) => parties[side] === party) ? ['interim-comment'] : []),
    ...(isComplainant ? ['grievance'] : repliedAt === null ? [] : ['reply']),
  ];
}

const OUTCOMES: readonly string[] = Object.values(OUTCOME_WORDS).flatMap(({ en, 'zh-Hans': zh }) => [en, zh]);

function passagesFault(passages: readonly string[], { decision }: Issued, { shortestPassage }: RuleSet['marking']) {
  const texts = textsIn(inBothLanguages(decision)).map(({ text }) => text);
  for (const [index, passage] of passages.entries()) {
    const path = `/passages/${String(index)}`;
    if (passage.length < shortestPassage) return refuse(markRefusals.passageTooShort, path);
    const said = passage.toLowerCase();
    if (OUTCOMES.some((outcome) => said.includes(outcome))) return refuse(markRefusals.outcomeMarked, path);
    if (!texts.some((text) => text.includes(passage))) return refuse(markRefusals.passageNotThere, path);
  }
  return undefined;
}

const passagesIn = (marks: readonly Mark[]): readonly string[] => marks.flatMap(({ passages }) => passages);

/** True where a side's marks hold all that passages would leave out. */
const isMarkedBy = (own: readonly Mark[], passages: readonly string[], { decision }: Issued): boolean =>
  textsIn(inBothLanguages(decision)).every(({ text }) => {
    const before = placesOf(passagesIn(own), text);
    return charactersIn(placesOf([...passagesIn(own), ...passages], text)) === charactersIn(before);
  });

/** True where a side would have more of a text left out than it may by itself, or in more places. */
const isBeyondShare = (
  own: readonly Mark[],
  passages: readonly string[],
  { decision }: Issued,
  { shareOfAText, placesOfAText }: RuleSet['marking'],
): boolean => {
  const before = passagesIn(own.filter(({ needsLeave }) => !needsLeave));
  return textsIn(inBothLanguages(decision)).some(({ text }) => {
    if (placesOf(passages, text).length === 0) return false;
    const places = placesOf([...before, ...passages], text);
    return charactersIn(places) * shareOfAText > text.length || places.length > placesOfAText;
  });
};
