import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import type { BlobStore } from '@parley/blobs';
import {
  CurrentCaller,
  CursorCodec,
  CURSORS,
  Logged,
  ProblemError,
  Reading,
  ReadsLog,
  ListRequest,
  ShownReads,
  type PageShown,
  type ReadShown,
  Refuses,
  Shown,
  showReads,
  UuidParam,
} from '@parley/http';
import { refuse, type CaseId, type Sha256, type Tier } from '@parley/kernel';
import { countProofFailure } from '@parley/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BLOBS, isOwn, mayReadContent, REBUILD, ReferralGate } from '../referral/referral.http';
import { refusals } from '../referral/refusals.rules';
import { DossierFiles } from './dossier-files.http';
import { dossierSubject, handed } from './handed-dossier';
import { bagName } from './pack-dossier';
import type { RebuildDossier } from './rebuild-dossier';

const BYTES = { description: 'The bytes, with `Repr-Digest`.', schema: { type: 'string', format: 'binary' } } as const;
/** A document is shown alone: it loads nothing and runs nothing. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

@ApiTags('Referral')
@ApiParam({ name: 'n', description: 'Number of the dossier in its case.', example: '1' })
@Controller('v1/cases/:caseId/referral/dossiers/:n')
export class DossierContentController {
  constructor(
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(DossierFiles) private readonly files: DossierFiles,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('content')
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Download a dossier',
    description:
      'A BagIt 1.0 bag in a .zip, the same bytes for both sides. Checked against its digest on the way (I-33).',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse(BYTES)
  @Refuses(refusals.noSuchDossier, refusals.notIssued, accessRefusals.notFound)
  async downloadDossier(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { dossier, access, state } = await this.gate.openDossier(caseId, n, caller);
    if (dossier.status !== 'issued' || !mayReadContent(dossier, caller, access))
      throw ProblemError.refused(refuse(refusals.notIssued));
    await this.reading.note(caseId, [handed(dossier, 'content')], caller, request);
    const blob = await this.blobs.open(dossier.packed);
    if (!blob) throw new Error(`no bytes with digest ${dossier.packed}`);
    const name = bagName(state.told.registration?.docketNumber ?? caseId, dossier.n);
    void reply.headers({
      'content-type': 'application/zip',
      'content-length': blob.sizeBytes,
      'content-disposition': `attachment; filename="${name}.zip"`,
      'repr-digest': reprDigest(dossier.packed),
    });
    return blob.bytes;
  }

  @Get('documents/:name')
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged()
  @ApiParam({ name: 'name', description: 'Name of the document, as the dossier lists it.', example: '01-cover.pdf' })
  @ApiOperation({
    summary: 'Read one document of a dossier',
    description:
      'As JSON, HTML or PDF/A. Before the dossier is issued the people of the party that asked for it alone do.' +
      ' Its co-heads sign the digest unread.',
  })
  @ApiProduces('application/json', 'text/html', 'application/pdf', 'application/jsonl')
  @ApiOkResponse(BYTES)
  @Refuses(
    refusals.noSuchDossier,
    refusals.noSuchDocument,
    refusals.notAssembled,
    refusals.notIssued,
    accessRefusals.notFound,
  )
  async downloadDossierDocument(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @Param('name') name: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { dossier, access } = await this.gate.openDossier(caseId, n, caller);
    if (!mayReadContent(dossier, caller, access)) throw ProblemError.refused(refuse(refusals.notIssued));
    if (!dossier.assembly) throw ProblemError.refused(refuse(refusals.notAssembled));
    const digest = await this.files.digestOf(dossier.assembly, name);
    if (digest === undefined) throw ProblemError.refused(refuse(refusals.noSuchDocument));
    await this.reading.note(caseId, [handed(dossier, name)], caller, request);
    const file = await this.files.open(digest, name);
    void reply.headers({
      'content-type': file.mediaType,
      'content-length': file.sizeBytes,
      'content-security-policy': ALONE,
    });
    return file.bytes;
  }
}

/** RFC 9530. */
const reprDigest = (digest: Sha256): string => `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`;

/** Shows auditors of either side who read a dossier (I-40). */
@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral/dossiers/:n/reads')
export class DossierReadsController {
  constructor(
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @Logged({ subject: 'reads of dossier :n', tier: 'PARTIES' })
  @ApiParam({ name: 'n', description: 'Number of the dossier in its case.', example: '1' })
  @ApiOperation({
    summary: 'See who has read a dossier',
    description: 'Newest first: person, document, purpose, instant.',
  })
  @ShownReads()
  @Refuses(refusals.noSuchDossier, accessRefusals.notFound)
  async listReadsOfDossier(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') number: string,
    @Query() page: ListRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PageShown<ReadShown>> {
    const { dossier, access } = await this.gate.openDossier(caseId, number, caller);
    // What was read of it before it was issued names its documents.
    const without: readonly Tier[] = isOwn(dossier, caller, access) ? [] : ['FILER'];
    return showReads(this.log, this.cursors, caseId, page, { subject: dossierSubject(dossier.n), without });
  }
}

@ApiSchema({ description: 'Whether a dossier comes out the same when it is built again.' })
export class DossierRebuildShown {
  @Shown({ meaning: 'Whether both digests are those of the dossier that was issued.', example: true })
  readonly same: boolean;

  @Shown({ meaning: 'SHA-256 of the payload manifest that was built now.', kind: 'digest' })
  readonly manifest: string;

  @Shown({ meaning: 'SHA-256 of the packed bag that was built now.', kind: 'digest' })
  readonly packed: string;
}

/** Lets auditors of either side check that a dossier can be reproduced (I-51). */
@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral/dossiers/:n/rebuild')
export class DossierRebuildController {
  constructor(
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(REBUILD) private readonly rebuild: RebuildDossier,
  ) {}

  @Get()
  @Roles({ rule: 'I-51' }, 'auditor')
  @Logged({ subject: 'dossier :n', what: 'rebuild', tier: 'PARTIES' })
  @ApiParam({ name: 'n', description: 'Number of the dossier in its case.', example: '1' })
  @ApiOperation({
    summary: 'Build an issued dossier again and compare',
    description:
      'From the record and the exhibits alone: the same inputs give the same bytes. Takes as long as the first time.',
  })
  @ApiOkResponse({ type: DossierRebuildShown })
  @Refuses(refusals.noSuchDossier, accessRefusals.notFound)
  async rebuildDossier(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') number: string,
    @CurrentCaller() caller: Caller,
  ): Promise<DossierRebuildShown> {
    const { dossier, state } = await this.gate.openDossier(caseId, number, caller);
    if (dossier.status !== 'issued') throw ProblemError.refused(refuse(refusals.noSuchDossier));
    const { manifest, packed } = await this.rebuild(caseId, dossier, state);
    const same = manifest === dossier.assembly.digest && packed === dossier.packed;
    if (!same) countProofFailure('dossier');
    return { same, manifest, packed };
  }
}
