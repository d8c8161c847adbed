import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@parley/auth';
import { READINESS_CHECKS } from '../app/tokens';
import { Shown } from '../fields/shown.decorator';
import { type ReadinessCheck, withinTime } from './readiness-check';

@ApiSchema({ description: 'Whether a process lives.' })
class HealthShown {
  @Shown({ meaning: 'Always `alive`: the process answers.', example: 'alive', kind: 'word' })
  readonly status: string;
}

@ApiSchema({ description: 'Why a process is not ready, or what stands still in it.' })
class ReadinessReasonShown {
  @Shown({ meaning: 'What was checked.', example: 'event-store', kind: 'word' })
  readonly check: string;

  @Shown({ meaning: 'Why it is not ready.', example: 'the database does not answer', kind: 'sentence' })
  readonly reason: string;
}

@ApiSchema({ description: 'Whether a process takes work.' })
class ReadinessShown {
  @Shown({ meaning: 'Whether the process takes work.', example: 'ready', values: ['ready', 'not-ready'] })
  readonly status: string;

  @Shown({
    meaning: 'What is not ready; empty when all is.',
    type: () => ReadinessReasonShown,
    list: true,
    example: [],
  })
  readonly reasons: readonly ReadinessReasonShown[];

  @Shown({
    meaning:
      'What stands still and should be looked after though the process takes work, such as parked ' +
      'messages; empty when nothing does.',
    type: () => ReadinessReasonShown,
    list: true,
    example: [{ check: 'audit', reason: '2 messages are parked in audit' }],
  })
  readonly degraded: readonly ReadinessReasonShown[];
}

/** Milliseconds that a check may take before it counts as failed. */
const CHECK_TIME = 2_000;

@ApiTags('Operation')
@Controller()
export class HealthController {
  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** The process answers. */
  @Get('healthz')
  @Public()
  @ApiOperation({ summary: 'Ask whether the process lives' })
  @ApiOkResponse({ type: HealthShown })
  checkLiveness(): HealthShown {
    return { status: 'alive' };
  }

  /**
   * The process takes work; 503 with the reasons when it does not. Degraded parts keep it in service and are named as
   * well.
   */
  @Get('readyz')
  @Public()
  @ApiOperation({ summary: 'Ask whether the process takes work' })
  @ApiOkResponse({ type: ReadinessShown })
  async checkReadiness(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessShown> {
    const [reasons, degraded] = await Promise.all([
      this.ask((check) => check.check()),
      this.ask(async (check) => check.degraded?.()),
    ]);
    if (reasons.length > 0) void reply.code(503);
    return { status: reasons.length > 0 ? 'not-ready' : 'ready', reasons, degraded };
  }

  private async ask(
    question: (check: ReadinessCheck) => Promise<string | undefined>,
  ): Promise<readonly ReadinessReasonShown[]> {
    const answers = await Promise.all(
      this.checks.map(async (check) => ({
        check: check.name,
        reason: await withinTime(() => question(check), CHECK_TIME),
      })),
    );
    return answers.flatMap(({ check, reason }) => (reason === undefined ? [] : [{ check, reason }]));
  }
}
