import type { FindingsCertificationRequest } from '../findings/findings.request';
import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { derivedUuid } from '@parley/event-store';
import { Act as HttpAct, ProblemError, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { parseInstant, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import { fallbackRefusals, notOneAct } from '@parley/procedure';
import { showOutcome } from '../findings/findings.response';
import { Panels } from '../panel/repositories';
import type { Act } from '../panel/panel-state.rules';
import { PanelGate } from '../panel/panel.http';
import { PanelShown } from '../panel/panel.response';
import { refusals } from '../panel/refusals.rules';
import { anyAct } from '../panel/show-panel.response';
import { PanelFallbackEntryRequest } from './late-entries.request';
import type { LateAct } from './late-entries.rules';
import { enterFallback } from './enter-fallback.rules';

/**
 * The one act of an entry, dated to the instant at which it came; `undefined` when the entry holds no act or several.
 */
function lateActOf(entry: PanelFallbackEntryRequest, cameAt: Instant): LateAct | undefined {
  const acts = actsOf(entry, { by: entry.from, party: entry.party as PartyCode, receivedAt: cameAt });
  return acts.length === 1 ? acts[0] : undefined;
}

function actsOf(entry: PanelFallbackEntryRequest, act: Act): readonly LateAct[] {
  return [...onSeats(entry, act), ...inReview(entry, act)].filter((each) => each !== undefined);
}

const onSeats = (
  { nomination, disclosure, challenge, challengeDecision, replacement }: PanelFallbackEntryRequest,
  act: Act,
): readonly (LateAct | undefined)[] => [
  nomination && {
    type: 'NominateMember',
    ...act,
    member: nomination.member,
    coChair: nomination.coChair ?? false,
  },
  disclosure && { type: 'MakeDisclosure', ...act, statement: disclosure.statement },
  challenge && {
    type: 'ChallengeMember',
    ...act,
    member: challenge.member,
    grounds: challenge.grounds,
  },
  challengeDecision && {
    type: 'SignChallengeDecision',
    ...act,
    challengeId: challengeDecision.challenge,
    verdict: challengeDecision.verdict,
    digest: challengeDecision.digest,
  },
  replacement && { type: 'ReplaceMember', ...act, member: replacement.member },
];

const inReview = (
  { informationAnswer, reportComment, interimComment, certification }: PanelFallbackEntryRequest,
  act: Act,
): readonly (LateAct | undefined)[] => [
  informationAnswer && {
    type: 'AnswerRequest',
    ...act,
    requestId: informationAnswer.request,
    text: informationAnswer.answer,
    exhibits: informationAnswer.exhibits,
  },
  reportComment && {
    type: 'CommentOnMaterial',
    ...act,
    materialId: reportComment.material,
    comment: reportComment.comment,
  },
  interimComment && { type: 'CommentInterim', ...act, comment: interimComment.comment },
  certification && { type: 'CertifyFindings', ...act, ...certified(certification) },
];

const certified = ({ ...certification }: FindingsCertificationRequest) => certification;

/** Refusals that the act could have met in its own time, too. */
const OF_THE_ACT = [
  refusals.notAParty,
  refusals.notACoHead,
  refusals.noVacantSeat,
  refusals.notOnFrozenRoster,
  refusals.notEligible,
  refusals.notOnPanel,
  refusals.unknownMember,
  refusals.ownMember,
  refusals.challengedDecides,
  refusals.alreadySigned,
  refusals.signsForBoth,
  refusals.digestDiffers,
  refusals.commented,
  refusals.notOpenToReplacement,
  refusals.notAsked,
  refusals.requestAnswered,
  refusals.unknownExhibit,
  refusals.materialCommented,
  refusals.nominationLate,
  refusals.notAwaitingDisclosure,
  refusals.disclosureLate,
  refusals.notOpenToChallenge,
  refusals.challengeLate,
  refusals.unknownChallenge,
  refusals.challengeDecided,
  refusals.decisionLate,
  refusals.notCommenting,
  refusals.commentLate,
  refusals.notCertifying,
  refusals.certificationLate,
  refusals.unknownRequest,
  refusals.answerLate,
  refusals.unknownMaterial,
  refusals.ownMaterial,
  refusals.materialCommentLate,
] as const;

/** Acts in a panel that came by another channel, entered by the registry with their true instant of receipt. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/panel/fallback-entries')
export class PanelFallbackEntriesController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @HttpAct({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    decides: [notOneAct, enterFallback],
    refuses: [...Object.values(fallbackRefusals), refusals.notOneAct, ...OF_THE_ACT, ...anyAct],
  })
  @ApiOperation({
    summary: 'Enter an act in the panel’s procedure that came by another channel',
    description:
      'With its true instant of receipt; the record says so. An act that had come in time sets its ' +
      'default aside by an event that points to the entry (I-19): who sat only because of the silence is ' +
      'off the panel, and who is awaited next has the full time from the entry. An answer to the panel, a ' +
      'comment on a text or a report, and a certification come beside what stands. Once the findings are ' +
      'made no seat is changed any more.',
  })
  @ApiOkResponse({ type: PanelShown })
  async enter(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: PanelFallbackEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act: entering, context } = await this.gate.admit(caseId, received);
    const cameAt = parseInstant(body.cameAt) ?? entering.receivedAt;
    const act = lateActOf(body, cameAt);
    if (!act) throw ProblemError.refused(notOneAct());
    const entryId = derivedUuid('fallback-entry', context.commandId);
    const command = { type: 'EnterFallbackAct', ...entering, entryId, channel: body.channel, cameAt, act } as const;
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
