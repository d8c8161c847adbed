import { PassThrough, pipeline } from 'node:stream';
import { Controller, Get, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals, type PersonCaller } from '@parley/access';
import { Roles } from '@parley/auth';
import type { Position } from '@parley/event-store';
import type { CaseId, Role, Tier } from '@parley/kernel';
import {
  CallerGuard,
  CurrentCaller,
  CURSORS,
  EVENT_STREAM,
  LAST_EVENT_ID,
  Logged,
  problemCatalogue,
  ProblemError,
  PUBLIC_URL,
  Reading,
  Refuses,
  type CursorCodec,
} from '@parley/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditApi } from '../history/case-state.response';
import { EVENTS, eventStream, type Listener } from './event-stream.http';
import { Heard } from './heard.http';
import { OpenStreams } from './open-streams.http';

/** Those who read histories. */
const READERS = ['desk', 'registry', 'panel', 'cohead', 'auditor'] as const satisfies readonly Role[];

/** What happens in the cases that somebody may read, as it is recorded. */
@ApiTags('History')
@Controller('v1/events')
export class EventsController {
  readonly #heard: Heard;
  readonly #open = new OpenStreams();

  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(CallerGuard) private readonly guard: CallerGuard,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(PUBLIC_URL) private readonly site: string,
  ) {
    this.#heard = new Heard(audit);
  }

  @Get()
  @Roles(...READERS)
  @Logged()
  @Refuses(refusals.twoCapacities)
  @ApiOperation({
    summary: 'Follow the events of all your cases',
    description:
      'Server-sent events: each event of your histories, once, as it is recorded, until your token ends. `data` has ' +
      '`eventId`, `caseId`, `docketNumber`, `type`, `occurredAt`, `tier`, `link` and, for who is given proofs, ' +
      '`proof`. Needs `Parley-Purpose`.',
  })
  @ApiHeader({
    name: LAST_EVENT_ID,
    description: 'The last `id` that you have. Without it comes what is recorded from now on.',
    required: false,
    example: 'q1Yp',
  })
  @ApiProduces(EVENT_STREAM)
  @ApiOkResponse({ description: 'The stream.', schema: { type: 'string' } })
  async followEvents(
    @CurrentCaller() caller: PersonCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const after = await this.startOf(request);
    // Some of what may come is read with a purpose only.
    if (request.headers['parley-purpose'] === undefined) throw new ProblemError(problemCatalogue.purposeMissing);
    await this.reading.note(null, [], caller, request);
    const leave = this.#open.enter(caller);
    const [ended, answer] = [new AbortController(), new PassThrough()];
    // The server closes it when its client has gone.
    answer.once('close', () => {
      leave();
      ended.abort();
    });
    // A proxy that gathers an answer before it passes it on would pass on nothing.
    void reply.header('x-accel-buffering', 'no');
    const { audit, cursors, site } = this;
    const listener = this.listenerOf(caller, request, ended.signal);
    pipeline(eventStream({ audit, cursors, site, heard: this.#heard }, listener, after), answer, () => undefined);
    return new StreamableFile(answer, { type: EVENT_STREAM });
  }

  /** The position after which a stream begins. @throws ProblemError 400 for one that this list did not give */
  private async startOf({ headers }: FastifyRequest): Promise<Position> {
    const head = await this.audit.store.head();
    const given = headers[LAST_EVENT_ID.toLowerCase()];
    if (given === undefined) return head;
    const position = this.cursors.open(EVENTS, String(given)) as Position;
    // A record that was brought back from a copy may end before it.
    if (this.audit.store.compare(position, head) > 0) throw new ProblemError(problemCatalogue.cursorInvalid);
    return position;
  }

  private listenerOf(caller: PersonCaller, request: FastifyRequest, signal: AbortSignal): Listener {
    const { headers } = request;
    const noted = new Set<string>();
    return {
      caller,
      signal,
      isAdmitted: async () => {
        try {
          await this.guard.admit({ headers, caller, receivedAt: this.audit.clock.now() }, { roles: READERS });
          return true;
        } catch (error) {
          if (error instanceof ProblemError) return false;
          throw error;
        }
      },
      note: async (caseId: CaseId, tier: Tier) => {
        if (noted.has(`${caseId} ${tier}`)) return;
        await this.reading.note(caseId, [{ subject: 'history', what: 'events', tier }], caller, request);
        noted.add(`${caseId} ${tier}`);
      },
    };
  }
}
