import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { dismissalRefusals, dismissMessage } from '@parley/processes';
import { Act } from '../acts/act.decorator';
import { Received } from '../acts/received.decorator';
import type { ReceivedAct } from '../acts/received-act';
import { HoldsNoMaterial } from '../reads/logged-read.decorator';
import { CurrentCaller } from '../caller/current-caller.decorator';
import { OPERATIONS, type Operations, type OperatorsToken, type OrderedWork } from './operations';
import { DismissalRequest, RebuildRequest, ReplayRequest } from './operations.request';
import {
  DismissedMessageShown,
  DismissedMessagesShown,
  OperationsShown,
  RebuiltShown,
  ReplayedShown,
} from './operations.response';
import { AsOperator, Ordered } from './operators-token.decorator';

const DISMISSING = { as: ['operator'], rule: 'I-17' } as const;

/**
 * For those who keep the system running: what lags, what is parked, what is overdue. It shows no content of any case,
 * and only the kind and code of what a handler threw. A parked or overdue case is named by its id, registered or not:
 * without the id nobody could try one case again, or find it in the log. The id tells an operator nothing and opens
 * nothing.
 */
@ApiTags('Operation')
@Controller('v1/operations')
export class OperationsController {
  constructor(@Inject(OPERATIONS) private readonly operations: Operations) {}

  @Get()
  @Roles('operator')
  @HoldsNoMaterial()
  @ApiOperation({
    summary: 'See the work in the background',
    description: 'Read models, overdue deadlines and parked messages of every service.',
  })
  @ApiOkResponse({ type: OperationsShown })
  readOperations(@AsOperator() operator: OperatorsToken): Promise<OperationsShown> {
    return this.operations.read(operator);
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({
    summary: 'Try parked messages again',
    description:
      'In order; the first of a key that fails again stays and keeps back the rest of it. Trying twice does no harm. ' +
      'Who ordered it is on record before it is done.',
  })
  @ApiOkResponse({ type: ReplayedShown })
  replayParkedMessages(@Body() request: ReplayRequest, @Ordered() order: OrderedWork): Promise<ReplayedShown> {
    return this.operations.replay(request, order);
  }

  @Get('parked/dismissals')
  @Roles('operator', 'auditor')
  @HoldsNoMaterial()
  @ApiOperation({
    summary: 'See what was dismissed',
    description:
      'Messages that a service could not handle and an operator dismissed: which, why and by whom. The auditors of ' +
      'both sides see those of no case too, which no history shows.',
  })
  @ApiOkResponse({ type: DismissedMessagesShown })
  listDismissedMessages(
    @CurrentCaller() caller: Caller,
    @AsOperator() token: OperatorsToken,
  ): Promise<DismissedMessagesShown> {
    return this.operations.dismissed(caller, token);
  }

  @Act({
    post: 'parked/dismissals',
    status: 201,
    ...DISMISSING,
    decides: dismissMessage,
    refuses: Object.values(dismissalRefusals),
  })
  @ApiOperation({
    summary: 'Dismiss a parked message',
    description:
      'For good, and on record: it is not worked on, whatever comes again, and holds nothing back any more. Only ' +
      'what failed by itself can be dismissed, under the digest that the operations show. The history of its case ' +
      'tells both parties.',
  })
  @ApiCreatedResponse({ type: DismissedMessageShown })
  dismissParkedMessage(
    @Body() request: DismissalRequest,
    @Received() act: ReceivedAct,
    @AsOperator() operator: OperatorsToken,
  ): Promise<DismissedMessageShown> {
    return this.operations.dismiss(request, act, operator);
  }

  @Post('rebuilds')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({
    summary: 'Build a read model anew',
    description:
      'From the first event, beside the live tables, which serve until the new ones take their place. ' +
      'Writes go on meanwhile. Who asks while it is being built waits for the same one: on a long record it takes ' +
      'longer than a connection may be silent. Who ordered it is on record before it is done.',
  })
  @ApiOkResponse({ type: RebuiltShown })
  rebuildReadModel(@Body() request: RebuildRequest, @Ordered() order: OrderedWork): Promise<RebuiltShown> {
    return this.operations.rebuild(request, order);
  }
}
