import { ApiSchema } from '@nestjs/swagger';
import { hasRole, type Caller } from '@parley/access';
import { AuthoredText, DeadlineShown, showDeadline, Shown } from '@parley/http';
import { CHANNEL_KINDS } from '@parley/kernel';
import { WATCH_DUTIES } from '../watch-lists/watch-list.rules';
import { CrisisNonceShown, showNonces } from './crisis-draw.response';
import { ASKED_RUNGS, GRADES, RUNGS, type Hotline, type HotlineState } from './hotline.rules';

@ApiSchema({ description: 'That nobody answered the hotline in time.' })
export class UnansweredShown {
  @Shown({ meaning: 'Who was to answer.', values: ASKED_RUNGS })
  readonly rung: string;

  @Shown({ meaning: 'When its time was over (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'Who acknowledged a request, and when.' })
export class AcknowledgementShown {
  @Shown({ meaning: 'Who acknowledged it.', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'In which office.', example: 'Director, Bureau of Fair Trade', max: 200 })
  readonly office: string;

  @Shown({ meaning: 'With whom the request was then; `unanswered` where it had been with everybody.', values: RUNGS })
  readonly rung: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'What was said in answer.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];
}

@ApiSchema({ description: 'Somebody on the crisis team of a request.' })
export class TeamMemberShown {
  @Shown({ meaning: 'Person drawn.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'Side from whose duty roster.', kind: 'party' })
  readonly party: string;
}

@ApiSchema({ description: 'A crisis team’s options paper.' })
export class OptionsPaperShown {
  @Shown({ meaning: 'What the team thinks can be done.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'What one member of each side signs.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When it was drafted (UTC).', format: 'date-time' })
  readonly draftedAt: string;

  @Shown({ meaning: 'Sides of the team that have signed.', type: () => String, list: true, kind: 'party' })
  readonly signedBy: readonly string[];
}

@ApiSchema({ description: 'What became of a request on one channel; where it leads is its side’s own.' })
export class DeliveryShown {
  @Shown({ meaning: 'Id of the channel, by which its side finds it on its watch list.', format: 'uuid' })
  readonly channel: string;

  @Shown({ meaning: 'Kind of the channel.', values: CHANNEL_KINDS })
  readonly kind: string;

  @Shown({ meaning: 'Whose turn it was.', values: WATCH_DUTIES })
  readonly duty: string;

  @Shown({ meaning: 'Number of the person among those with the same turn.', example: 1 })
  readonly officer: number;

  @Shown({ meaning: 'When it was sent (UTC).', format: 'date-time' })
  readonly sentAt: string;

  @Shown({ meaning: '`sent` until the channel has answered.', values: ['sent', 'accepted', 'failed'] })
  readonly status: string;

  @Shown({ meaning: 'What the channel answered; `null` until then.', example: '250', max: 60, nullable: true })
  readonly answer: string | null;

  @Shown({ meaning: 'How often it was tried.', example: 1 })
  readonly tries: number;

  @Shown({ meaning: 'When the channel answered (UTC); `null` until then.', format: 'date-time', nullable: true })
  readonly answeredAt: string | null;
}

@ApiSchema({ description: 'A request on the hotline.' })
export class HotlineShown {
  @Shown({ meaning: 'Id of the request.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Case that it is about; `null` where it is about none.', format: 'uuid', nullable: true })
  readonly caseId: string | null;

  @Shown({ meaning: 'How much haste it has.', values: GRADES })
  readonly grade: string;

  @Shown({ meaning: 'Party that asked.', kind: 'party' })
  readonly askedBy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly requestedAt: string;

  @Shown({ meaning: 'By when an official is to acknowledge it (UTC).', format: 'date-time' })
  readonly acknowledgeBy: string;

  @Shown({ meaning: 'What it is about.', type: () => AuthoredText, list: true })
  readonly subject: readonly AuthoredText[];

  @Shown({
    meaning: 'Who is to answer now, or was when it was answered; `unanswered` behind all of them.',
    values: RUNGS,
  })
  readonly rung: string;

  @Shown({ meaning: 'Where nobody answered in time.', type: () => UnansweredShown, list: true })
  readonly unanswered: readonly UnansweredShown[];

  @Shown({
    meaning: 'What was sent by every channel of the other side’s watch list, and what each answered (I-74).',
    type: () => DeliveryShown,
    list: true,
  })
  readonly deliveries: readonly DeliveryShown[];

  @Shown({ meaning: 'Who acknowledged it; `null` while nobody has.', type: () => AcknowledgementShown, nullable: true })
  readonly acknowledgement: AcknowledgementShown | null;

  @Shown({
    meaning:
      'The crisis team, as drawn from both duty rosters for this crisis or one before; empty while there is none.',
    type: () => TeamMemberShown,
    list: true,
  })
  readonly team: readonly TeamMemberShown[];

  @Shown({
    meaning: 'What desks have added to the draw of the team; those not laid open in time are left out (I-72).',
    type: () => CrisisNonceShown,
    list: true,
  })
  readonly nonces: readonly CrisisNonceShown[];

  @Shown({
    meaning: 'The team’s options paper, for the parties and the team; `null` for others, and while there is none.',
    type: () => OptionsPaperShown,
    nullable: true,
  })
  readonly optionsPaper: OptionsPaperShown | null;

  @Shown({
    meaning: 'When both sides of the team had signed it (UTC); `null` while they have not.',
    format: 'date-time',
    nullable: true,
  })
  readonly optionsAgreedAt: string | null;

  @Shown({ meaning: 'Times that run now.', type: () => DeadlineShown, list: true })
  readonly deadlines: readonly DeadlineShown[];
}

@ApiSchema({ description: 'A request on the hotline in a list.' })
export class HotlineLineShown {
  @Shown({ meaning: 'Id of the request.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Case that it is about; `null` where it is about none.', format: 'uuid', nullable: true })
  readonly caseId: string | null;

  @Shown({ meaning: 'How much haste it has.', values: GRADES })
  readonly grade: string;

  @Shown({ meaning: 'Party that asked.', kind: 'party' })
  readonly askedBy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly requestedAt: string;

  @Shown({
    meaning: 'Who is to answer now, or was when it was answered; `unanswered` behind all of them.',
    values: RUNGS,
  })
  readonly rung: string;

  @Shown({ meaning: 'When it was acknowledged (UTC); `null` while it is not.', format: 'date-time', nullable: true })
  readonly answeredAt: string | null;
}

/** A request as a caller sees it. The options paper is for the parties and the team that wrote it. */
export function showHotline(hotline: Hotline, caller: Caller): HotlineShown {
  const {
    hotlineId: id,
    caseId,
    grade,
    asking,
    requestedAt,
    acknowledgeBy,
    subject,
    rung,
    unanswered,
    deliveries,
    acknowledgement,
    team,
    paper,
    running,
  } = hotline;
  const readsPaper = !hasRole(caller, 'cohead');
  return {
    ...{
      id,
      caseId,
      grade,
      askedBy: asking,
      requestedAt,
      acknowledgeBy,
      subject,
      rung,
      unanswered,
      deliveries,
      acknowledgement,
    },
    team: team?.members ?? [],
    nonces: showNonces(hotline),
    optionsPaper:
      paper && readsPaper
        ? {
            text: paper.text,
            digest: paper.digest,
            draftedAt: paper.draftedAt,
            signedBy: paper.signatures.map(({ party }) => party),
          }
        : null,
    optionsAgreedAt: paper?.agreedAt ?? null,
    deadlines: Object.values(running).map(showDeadline),
  };
}

/** A request after an act in it. @throws TypeError when there is none, which cannot be after an act */
export function requestOf(state: HotlineState): Hotline {
  if (state.status === 'silent') throw new TypeError('an act was done in a request that was never made');
  return state;
}
