import { Readable } from 'node:stream';
import { Controller, Get, Header, Inject, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals, type Caller } from '@parley/access';
import { Public, Roles } from '@parley/auth';
import { canonicalHeader, type RecordedEvent } from '@parley/event-store';
import { CurrentCaller, Logged, problemCatalogue, ProblemError, Reading, Refuses, UuidParam } from '@parley/http';
import { refuse, type CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { DOCKET_LOG } from '../docket/docket-log';
import { revisionOf } from '../docket/docket-deadlines.rules';
import { AuditApi, HistoryGate } from '../history/case-state.response';
import { exportLine } from '../history/export-lines';
import { EventProofShown } from './log.response';
import { KeptLog, type TransparencyLog } from './log.controller';
import { lookFor } from './look-for';

const NDJSON = 'application/x-ndjson';
/** Entries of the docket read at a time. */
const PAGE = 500;
/** The refusal for readers who may not count the events between the parties alone. */
const linksSealed = { ...refusals.notYourRole, rule: 'I-43' } as const;

/** Proofs that an event stands in the log: of a case for who reads it there, of the docket for anybody (I-56). */
@ApiTags('Record')
@Controller('v1')
export class LogProofController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(HistoryGate) private readonly gate: HistoryGate,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(KeptLog) private readonly kept: KeptLog,
  ) {}

  @Get('cases/:caseId/history/:eventId/proof')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Proof that an event of a case stands in the transparency log',
    description: 'For who reads the event. Anybody who has it and the keys of the log checks it without a network.',
  })
  @ApiOkResponse({ type: EventProofShown })
  @Refuses(refusals.notFound, refusals.twoCapacities, linksSealed)
  async readEventProof(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('eventId') eventId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<EventProofShown> {
    const history = await this.gate.open(caseId, caller);
    // The header names the event before it, and the index counts what was recorded meanwhile.
    if (!history.linked) throw ProblemError.refused(refuse(linksSealed));
    let found: RecordedEvent | undefined;
    for await (const event of history.events()) if (event.eventId === eventId) found = event;
    if (!found) throw new ProblemError(problemCatalogue.notFound);
    const handed = found.tier === 'PUBLIC' ? [] : [{ subject: 'history', what: 'proof', tier: found.tier }];
    await this.reading.note(caseId, handed, caller, request);
    return this.proved(found);
  }

  @Get('docket/log/export')
  @Public()
  @Header('content-disposition', 'attachment; filename="docket.ndjson"')
  @ApiOperation({
    summary: 'Everything of which the docket is made',
    description:
      'JSON Lines, one entry each: `header`, `payload`, `commitment` as in a history, and `salt`. The SHA-256 of the ' +
      'bytes of `salt` and `commitment` is an entry of the log: the docket is checked against it, and built from it ' +
      'alone (I-56).',
  })
  @ApiProduces(NDJSON)
  @ApiOkResponse({ description: 'Serial after serial.', schema: { type: 'string' } })
  @Refuses(refusals.notFound)
  exportDocket(): StreamableFile {
    return new StreamableFile(Readable.from(this.docketLines(this.log), { objectMode: false }), { type: NDJSON });
  }

  @Get('docket/log/:serial/proof')
  @Public()
  @ApiParam({
    name: 'serial',
    description: 'Serial of the entry.',
    schema: { type: 'integer', minimum: 1 },
    example: 1,
  })
  @ApiOperation({ summary: 'Proof that an entry of the docket stands in the transparency log' })
  @ApiOkResponse({ type: EventProofShown })
  @Refuses(refusals.notFound)
  async readDocketEntryProof(@Param('serial') serial: string): Promise<EventProofShown> {
    if (!/^[1-9]\d{0,8}$/.test(serial)) throw new ProblemError(problemCatalogue.notFound);
    const [event] = await this.audit.store.read(DOCKET_LOG, { from: revisionOf(Number(serial)), limit: 1 });
    if (!event) throw new ProblemError(problemCatalogue.notFound);
    return this.proved(event);
  }

  private get log(): TransparencyLog {
    if (!this.kept.log) throw new ProblemError(problemCatalogue.notFound);
    return this.kept.log;
  }

  private async *docketLines({ proofs }: TransparencyLog): AsyncGenerator<string> {
    for (let from = 0; ; from += PAGE) {
      const events = await this.audit.store.read(DOCKET_LOG, { from, limit: PAGE });
      for (const event of events) yield `${JSON.stringify({ ...exportLine(event), salt: proofs.saltOf(event) })}\n`;
      if (events.length < PAGE) return;
    }
  }

  /** @throws ProblemError 503 while no checkpoint covers the event, or when a newer event was recorded just now */
  private async proved(event: RecordedEvent): Promise<EventProofShown> {
    const { proofs, soFar } = this.log;
    const proved = await lookFor(() => proofs.of(event), soFar);
    if (!proved) throw new ProblemError(problemCatalogue.notYet, [], { 'retry-after': '2' });
    return { header: canonicalHeader(event), commitment: event.commitment, ...proved };
  }
}
