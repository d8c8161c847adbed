import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@parley/auth';
import { OPERATIONS, type Operations, type OperatorsToken } from './operations';
import { RebuildRequest, ReplayRequest } from './operations.request';
import { OperationsShown, RebuiltShown, ReplayedShown } from './operations.response';
import { AsOperator } from './operators-token.decorator';

/**
 * For who keeps the system running: what lags, what is parked, what is overdue. No content of any case is shown, and of
 * what a handler threw its kind and code alone. A case that is parked or overdue is named by its id, registered or not:
 * without it one case could not be tried again by itself, nor found in the log. The id says nothing and opens nothing
 * to an operator.
 */
@ApiTags('operation')
@Controller('v1/operations')
export class OperationsController {
  constructor(@Inject(OPERATIONS) private readonly operations: Operations) {}

  @Get()
  @Roles('operator')
  @ApiOperation({
    summary: 'See the work in the background',
    description: 'Read models, overdue deadlines and parked messages of every service.',
  })
  @ApiOkResponse({ type: OperationsShown })
  read(@AsOperator() operator: OperatorsToken): Promise<OperationsShown> {
    return this.operations.read(operator);
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({
    summary: 'Try parked messages again',
    description:
      'In order; the first of a key that fails again stays and keeps back the rest of it. Trying twice does no harm.',
  })
  @ApiOkResponse({ type: ReplayedShown })
  replay(@Body() request: ReplayRequest, @AsOperator() operator: OperatorsToken): Promise<ReplayedShown> {
    return this.operations.replay(request, operator);
  }

  @Post('rebuilds')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({
    summary: 'Build a read model anew',
    description:
      'From the first event, beside the live tables, which serve until the new ones take their place. ' +
      'Writes go on meanwhile.',
  })
  @ApiOkResponse({ type: RebuiltShown })
  rebuild(@Body() request: RebuildRequest, @AsOperator() operator: OperatorsToken): Promise<RebuiltShown> {
    return this.operations.rebuild(request, operator);
  }
}
