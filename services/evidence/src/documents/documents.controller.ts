import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Answer,
  asOfOf,
  atRevision,
  CurrentCaller,
  CURSORS,
  CursorCodec,
  Logged,
  ProblemError,
  Reading,
  Refuses,
  UuidParam,
  AsOfListRequest,
  type PageShown,
  shownAs,
  pageOfWhole,
  ShownList,
} from '@parley/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExhibitBytes } from '../exhibits/sound-bytes';
import type { CaseDocument } from './documents.rules';
import { refusals } from '../casefile/refusals.rules';
import { DocumentShown, showDocument } from './documents.response';
import { EvidenceGate, handed, notFound, ordinalOf, type OpenEvidence } from '../casefile/casefile.http';
import { BYTES, CHECKED, sendBytes } from '../uploads/uploads.response';
import { NumberOfTranslation } from '../translations/translations.http';

const READERS = [{ rule: 'languages' }, 'desk', 'registry', 'panel', 'cohead', 'auditor'] as const;

/** What the parties wrote in the case itself in one language, with its translations. */
@ApiTags('Evidence')
@Controller('v1/cases/:caseId/documents')
export class DocumentsController {
  constructor(
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(ExhibitBytes) private readonly bytes: ExhibitBytes,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles(...READERS)
  @Logged()
  @ApiOperation({
    summary: 'List the documents of a case of which a translation is due',
    description:
      'What a party wrote in one language: grievance, amendments, reply, letters, summaries, answers and ' +
      'comments, each with the time for its translation. ' +
      'Those that you may read; others are neither shown nor counted. What was written in both ' +
      'languages at once is not here.',
  })
  @ShownList(() => DocumentShown, 'A page of documents, in the order of their service.')
  @Refuses(accessRefusals.notFound)
  async listDocuments(
    @UuidParam('caseId') caseId: CaseId,
    @Query() page: AsOfListRequest,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<PageShown<DocumentShown>>> {
    const evidence = await this.open(caseId, caller, page);
    const { state, tiers, revision, facts } = evidence;
    const all = [...state.documents.values()].filter(({ tier }) => tiers.has(tier));
    const found = await pageOfWhole(
      { scope: `documents:${caseId}`, cursors: this.cursors },
      page,
      all,
      ({ number }) => number,
    );
    await this.reading.note(
      caseId,
      found.items.map((document) => handed(document, 'line')),
      caller,
      request,
    );
    const body = shownAs(found, (document) => showDocument(document, state.running));
    // The revision also counts what the panel may not know of (I-43).
    return tiers.has('PARTIES') ? atRevision(body, revision, facts) : new Answer(body, {});
  }

  @Get(':document/translations/:n/content')
  @Roles(...READERS)
  @Logged()
  @ApiOperation({ summary: 'Read the bytes of a translation of a document', description: CHECKED })
  @ApiParam({ name: 'document', description: 'Id of the document within the case.', example: 'reply' })
  @NumberOfTranslation()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(BYTES)
  @Refuses(refusals.exhibitCorrupted, refusals.unknownTranslation, accessRefusals.notFound)
  async downloadDocumentTranslation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('document') id: string,
    @Param('n') n: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const document = documentIn(await this.open(caseId, caller), id);
    const translation = document.translations[ordinalOf(n) - 1];
    if (!translation) throw ProblemError.refused(refuse(refusals.unknownTranslation));
    await this.reading.note(caseId, [handed(document, 'translation')], caller, request);
    return sendBytes(this.bytes, caseId, document, `translation-${translation.n}`, translation.file, reply);
  }

  /**
   * Opens the case for its documents. No document is public, so for a caller who reads only PUBLIC the case does not
   * exist.
   * @throws ProblemError 404
   */
  private async open(caseId: CaseId, caller: Caller, page?: AsOfListRequest): Promise<OpenEvidence> {
    const evidence = await this.gate.open(caseId, caller, page && asOfOf(page));
    if (!evidence.tiers.has('PANEL')) throw notFound();
    return evidence;
  }
}

/** @throws ProblemError 404 */
function documentIn({ state, tiers }: OpenEvidence, id: string): CaseDocument {
  const document = state.documents.get(id);
  if (!document || !tiers.has(document.tier)) throw notFound();
  return document;
}
