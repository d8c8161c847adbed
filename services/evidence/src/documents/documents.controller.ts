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
  limitOf,
  Logged,
  ProblemError,
  Reading,
  Refuses,
  UuidParam,
} from '@parley/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExhibitBytes } from '../exhibits/sound-bytes';
import type { CaseDocument } from './documents.rules';
import { refusals } from '../casefile/refusals.rules';
import { DocumentsShown, showDocument } from './documents.response';
import { EvidenceGate, handed, notFound, ordinalOf, type OpenEvidence } from '../casefile/casefile.http';
import { ExhibitPageRequest } from '../exhibits/exhibits.request';
import { BYTES, CHECKED, sendBytes } from '../uploads/uploads.response';
import { NumberOfTranslation } from '../translations/translations.http';

const READERS = [{ rule: 'languages' }, 'desk', 'registry', 'panel', 'cohead', 'auditor'] as const;
const scopeOf = (caseId: CaseId): string => `documents of ${caseId}`;

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
  @ApiOkResponse({ type: DocumentsShown })
  @Refuses(accessRefusals.notFound)
  async listDocuments(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Query() page: ExhibitPageRequest,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<DocumentsShown>> {
    const evidence = await this.open(caseId, caller, page);
    const { state, tiers, revision, facts } = evidence;
    const all = [...state.documents.values()].filter(({ tier }) => tiers.has(tier));
    const last = page.cursor === undefined ? undefined : this.cursors.open(scopeOf(caseId), page.cursor);
    const from = last === undefined ? 0 : all.findIndex(({ number }) => number === last) + 1;
    const shown = all.slice(from, from + limitOf(page));
    await this.reading.note(
      caseId,
      shown.map((document) => handed(document, 'line')),
      caller,
      request,
    );
    const end = from + shown.length < all.length ? shown.at(-1)?.number : undefined;
    const body = {
      items: shown.map((document) => showDocument(document, state.running)),
      next: end === undefined ? null : this.cursors.seal(scopeOf(caseId), end),
    };
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
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
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
  private async open(caseId: CaseId, caller: Caller, page?: ExhibitPageRequest): Promise<OpenEvidence> {
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
