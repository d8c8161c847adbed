import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases } from '@parley/access';
import { parseInstant, type Clock } from '@parley/kernel';
import { DemonstrationTime, FORWARD_ONLY, forwardOnly } from '@parley/processes';
import { Public } from '@parley/auth';
import { Act } from '../acts/act.decorator';
import { Answer } from '../acts/answer';
import { Received } from '../acts/received.decorator';
import { commandContextOf, type ReceivedAct } from '../acts/received-act';
import { CLOCK } from '../app/tokens';
import { InstantField } from '../fields/field-decorators';
import { Shown } from '../fields/shown.decorator';
import { ProblemError } from '../problems/problem.error';

const MOVING = { as: ['operator'], rule: 'demonstration-clock' } as const;

export class MoveClockRequest {
  @InstantField({
    meaning: 'Where the clock moves to; later than it is. It stops at each expiry on its way.',
    example: '2026-03-02T10:00:00+01:00',
  })
  readonly to: string;
}

@ApiSchema({ description: 'The clock of a demonstration.' })
export class DemonstrationClockShown {
  @Shown({ meaning: 'The time of the demonstration (UTC).', format: 'date-time' })
  readonly now: string;
}

@ApiSchema({ description: 'The clock of a demonstration after it was moved.' })
export class MovedClockShown extends DemonstrationClockShown {
  @Shown({
    meaning: 'Expiries at which it stopped on its way (UTC).',
    type: () => String,
    list: true,
    format: 'date-time',
  })
  readonly expiries: readonly string[];

  @Shown({
    meaning: 'False while it is still on its way, with what it has reached: send the same again to wait for more.',
    example: true,
  })
  readonly settled: boolean;
}

/** Real milliseconds after which a move that is still on its way is answered. Clients give up after a minute. */
const PATIENCE_MS = 30_000;

/** Present only where the data folder was made for a demonstration. */
@ApiTags('Demonstration')
@Controller('v1/demonstration-clock')
export class DemonstrationClockController {
  constructor(
    @Inject(DemonstrationTime) private readonly time: DemonstrationTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Read the demonstration clock' })
  @ApiOkResponse({ type: DemonstrationClockShown })
  readDemonstrationClock(): DemonstrationClockShown {
    return { now: this.clock.now() };
  }

  @Act({ post: '', ...MOVING, decides: forwardOnly, refuses: [FORWARD_ONLY] })
  @ApiOperation({
    summary: 'Move the demonstration clock forward',
    description:
      'Answers when every default on the way has happened and everything has settled. Where that takes longer than ' +
      'half a minute it answers 202 with what it has reached, and goes on: send the same again, with the same ' +
      '`Idempotency-Key`, to wait for more.',
  })
  @ApiOkResponse({ type: MovedClockShown })
  @ApiAcceptedResponse({ type: MovedClockShown })
  async moveDemonstrationClock(
    @Body() body: MoveClockRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<MovedClockShown>> {
    const may = mayActOutsideCases(MOVING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const to = parseInstant(body.to);
    if (to === undefined) throw ProblemError.refused(forwardOnly());
    const moved = await this.time.advanceOrTell(to, commandContextOf(received, may.actor, 'none'), PATIENCE_MS);
    if (moved.kind === 'refused') throw ProblemError.refused(moved);
    const settled = moved.kind === 'advanced';
    return new Answer({ now: moved.to, expiries: moved.expiries, settled }, { status: settled ? 200 : 202 });
  }
}
