import { Controller, Get, Header, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals } from '@parley/access';
import type { NamedFiles } from '@parley/blobs';
import { Public } from '@parley/auth';
import { problemCatalogue, ProblemError, Refuses, type SideWitness } from '@parley/http';
import { LogRefused, parseTilePath, widthIn } from '@parley/transparency';
import type { FastifyReply } from 'fastify';
import type { AttestedSoFar, LogAttestation } from './log-attestation';
import type { LogCheckpoints } from './log-checkpoints';
import type { LogProofs } from './log-proofs';
import type { LogSecrets } from './log-secrets';

/** The transparency log as its routes see it. */
export interface TransparencyLog {
  readonly files: NamedFiles;
  readonly checkpoints: LogCheckpoints;
  readonly secrets: LogSecrets;
  readonly proofs: LogProofs;
  readonly attestation: LogAttestation;
  /** How far the witnesses have come; `undefined` where there are none. It may be half a second old. */
  readonly soFar: () => Promise<AttestedSoFar | undefined>;
  /** Why it signs nothing more, as far as this process knows; `undefined` while it does. */
  readonly halted: () => string | undefined;
  /** One of each side, or none. */
  readonly witnesses: readonly SideWitness[];
}

/** The log that this installation keeps; `undefined` where it has no place for its files. */
export abstract class KeptLog {
  abstract readonly log: TransparencyLog | undefined;
}

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
/** A file of a checkpoint never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const GROUP = (name: string) =>
  ApiParam({
    name,
    description: 'Part of a path of tlog-tiles.',
    schema: { type: 'string', maxLength: 5 },
    example: 'x000',
  });
const INDEX = ApiParam({
  name: 'index',
  description: 'Last part of a path of tlog-tiles: three digits, or the width of a partial file after `000.p`.',
  schema: { type: 'string', maxLength: 5 },
  example: '000',
});
const LEVEL = ApiParam({
  name: 'level',
  description: 'Level of hashes, or `entries`.',
  schema: { type: 'string', maxLength: 7 },
  example: 'entries',
});
const FILE = ApiOkResponse({
  description: 'Hashes of 32 bytes, or entries each after its length.',
  content: { [BYTES]: { schema: { type: 'string', format: 'binary' } } },
});

@ApiTags('Record')
@Public()
@Refuses(refusals.notFound)
@Controller('v1/log')
export class LogController {
  constructor(@Inject(KeptLog) private readonly kept: KeptLog) {}

  @Get('checkpoint')
  @Header('content-type', TEXT)
  @Header('cache-control', 'no-cache')
  @ApiOperation({
    summary: 'The newest checkpoint of the log',
    description:
      'https://c2sp.org/tlog-checkpoint: name, size and root of the log, signed. Every event is in one within 2 s of ' +
      'its recording (I-37), as an entry that says nothing; each adds a multiple of 16 entries, filled up with blanks.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'A signed note.', schema: { type: 'string' } })
  async readCheckpoint(): Promise<string> {
    const newest = await this.log.checkpoints.newest();
    if (!newest) throw new ProblemError(problemCatalogue.notFound);
    return newest.note;
  }

  @Get('attested')
  @Header('content-type', TEXT)
  @Header('cache-control', 'no-cache')
  @ApiOperation({
    summary: 'The newest checkpoint that both sides cosigned',
    description: 'Jointly attested (I-38): nothing waits for it. 404 where there is none.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'A signed note.', schema: { type: 'string' } })
  async readAttested(): Promise<string> {
    const attested = await this.log.attestation.newest();
    if (!attested) throw new ProblemError(problemCatalogue.notFound);
    return attested.note;
  }

  @Get('policy')
  @Header('content-type', TEXT)
  @Header('cache-control', 'no-cache')
  @ApiOperation({
    summary: 'The keys of the log',
    description:
      'https://c2sp.org/tlog-policy. Keep it: what is checked with a policy that came with the checkpoint is checked ' +
      'by the word of who sent both.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'A policy.', schema: { type: 'string' } })
  readPolicy(): Promise<string> {
    return this.log.secrets.policy(this.log.witnesses);
  }

  @Get('tile/:level/:index')
  @ApiOperation({
    summary: 'A whole file of the log',
    description: 'https://c2sp.org/tlog-tiles: every path there is one here, below `/v1/log`.',
  })
  @LEVEL
  @INDEX
  @ApiProduces(BYTES)
  @FILE
  async readLogFile(
    @Param('level') level: string,
    @Param('index') index: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(reply, level, index);
  }

  @Get('tile/:level/:a/:index')
  @ApiOperation({ summary: 'A file of the log: partial, or from the 1,000th on' })
  @LEVEL
  @GROUP('a')
  @INDEX
  @ApiProduces(BYTES)
  @FILE
  async readLogFileOfTwo(
    @Param('level') level: string,
    @Param('a') a: string,
    @Param('index') index: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(reply, level, a, index);
  }

  @Get('tile/:level/:a/:b/:index')
  @ApiOperation({ summary: 'A file of the log: partial from the 1,000th on, or whole from the 1,000,000th on' })
  @LEVEL
  @GROUP('a')
  @GROUP('b')
  @INDEX
  @ApiProduces(BYTES)
  @FILE
  async readLogFileOfThree(
    @Param('level') level: string,
    @Param('a') a: string,
    @Param('b') b: string,
    @Param('index') index: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(reply, level, a, b, index);
  }

  @Get('tile/:level/:a/:b/:c/:index')
  @ApiOperation({ summary: 'A file of the log: partial, from the 1,000,000th on' })
  @LEVEL
  @GROUP('a')
  @GROUP('b')
  @GROUP('c')
  @INDEX
  @ApiProduces(BYTES)
  @FILE
  async readLogFileOfFour(
    @Param('level') level: string,
    @Param('a') a: string,
    @Param('b') b: string,
    @Param('c') c: string,
    @Param('index') index: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(reply, level, a, b, c, index);
  }

  private get log(): TransparencyLog {
    if (!this.kept.log) throw new ProblemError(problemCatalogue.notFound);
    return this.kept.log;
  }

  /** A file of the signed log. What was written for a checkpoint that is not signed yet is not handed out. */
  private async file(reply: FastifyReply, ...parts: readonly string[]): Promise<StreamableFile> {
    const path = `tile/${parts.join('/')}`;
    const size = (await this.log.checkpoints.newest())?.size ?? 0;
    const bytes = isSigned(path, size) ? await this.log.files.read(path) : undefined;
    if (!bytes) throw new ProblemError(problemCatalogue.notFound);
    void reply.header('cache-control', FOR_EVER);
    return new StreamableFile(bytes, { type: BYTES });
  }
}

function isSigned(path: string, size: number): boolean {
  try {
    const { level, index, width } = parseTilePath(path);
    return widthIn(level, index, size) >= width;
  } catch (error) {
    if (error instanceof LogRefused) return false;
    throw error;
  }
}
