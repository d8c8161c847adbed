import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { OPERATED_SERVICES, type OperatedService } from './operated-service';
import { RebuildRequest, ReplayRequest } from './operations.request';
import {
  OperationsShown,
  RebuiltShown,
  ReplayedShown,
  type OverdueTimerShown,
  type ParkedMessageShown,
  type ProjectionStatusShown,
} from './operations.response';

/**
 * For who keeps the system running: what lags, what is parked, what is overdue. No content of any case is shown, and of what a
 * handler threw its kind and code alone. A case that is parked or overdue is named by its id, registered or not: without it one
 * case could not be tried again by itself, nor found in the log. The id says nothing and opens nothing to an operator.
 */
@ApiTags('operation')
@Controller('v1/operations')
export class OperationsController {
  constructor(@Inject(OPERATED_SERVICES) private readonly services: readonly OperatedService[]) {}

  @Get()
  @Roles('operator')
  @ApiOperation({ summary: 'See the work in the background', description: 'Read models, overdue deadlines and parked messages of every service.' })
  @ApiOkResponse({ type: OperationsShown })
  async read(): Promise<OperationsShown> {
    const [overdue, parked] = await Promise.all([Promise.all(this.services.map(overdueOf)), Promise.all(this.services.map(parkedOf))]);
    return { projections: this.services.flatMap(projectionsOf), overdue: overdue.flat(), parked: parked.flat() };
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Try parked messages again', description: 'In order; the first of a key that fails again stays and keeps back the rest of it. Trying twice does no harm.' })
  @ApiOkResponse({ type: ReplayedShown })
  async replay(@Body() { service, consumer, key }: ReplayRequest): Promise<ReplayedShown> {
    const consumers = Object.entries(this.serviceOf(service).workers.consumers);
    const found = consumers.find(([name]) => name === consumer);
    if (!found) throw new ProblemError(problemCatalogue.notFound);
    return { replayed: await found[1].replayParked(key) };
  }

  @Post('rebuilds')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Build a read model anew', description: 'From the first event, beside the live tables, which serve until the new ones take their place. Writes go on meanwhile.' })
  @ApiOkResponse({ type: RebuiltShown })
  async rebuild(@Body() { service, projection }: RebuildRequest): Promise<RebuiltShown> {
    const runner = this.serviceOf(service).workers.projections.find(({ name }) => name === projection);
    if (!runner) throw new ProblemError(problemCatalogue.notFound);
    const { events, seconds } = await runner.rebuild();
    return { events, seconds };
  }

  private serviceOf(context: string): OperatedService {
    const service = this.services.find((each) => each.context === context);
    if (!service) throw new ProblemError(problemCatalogue.notFound);
    return service;
  }
}

const projectionsOf = ({ context, workers }: OperatedService): ProjectionStatusShown[] =>
  workers.projections.map((runner) => {
    const { state, caughtUp, secondsSinceMoved } = runner.status();
    return { service: context, name: runner.name, state, caughtUp, secondsSinceMoved };
  });

async function overdueOf({ context, timers }: OperatedService): Promise<OverdueTimerShown[]> {
  const overdue = await Promise.all(timers.map((each) => each.overdue()));
  return overdue.flat().map(({ subject, deadlineId, dueAt, tries }) => ({ service: context, caseId: subject, deadline: deadlineId, dueAt, tries }));
}

async function parkedOf({ context, workers }: OperatedService): Promise<ParkedMessageShown[]> {
  const ofConsumers = Object.entries(workers.consumers).map(async ([consumer, each]) =>
    (await each.parked()).map((message) => ({ service: context, consumer, ...message })),
  );
  return (await Promise.all(ofConsumers)).flat();
}
