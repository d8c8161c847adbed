import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import type { FastifyReply } from 'fastify';
import { answerEverybody } from '../compression/compress-public';

/**
 * The style sheet of all pages. It loads no font, image or script, and serves light and dark, narrow and wide screens,
 * and paper.
 */
const PAGES_CSS = readFileSync(join(__dirname, 'pages.css'));

@ApiExcludeController()
@Public()
@Controller('pages.css')
export class StylesController {
  @Get()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  styles(@Res({ passthrough: true }) reply: FastifyReply): Buffer {
    answerEverybody(reply);
    return PAGES_CSS;
  }
}
