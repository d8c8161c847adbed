import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@parley/auth';

/**
 * The style sheet of all pages. It loads no font, image or script, and serves light and dark, narrow and wide screens,
 * and paper.
 */
const PAGES_CSS = readFileSync(join(__dirname, 'pages.css'), 'utf8');

@ApiExcludeController()
@Public()
@Controller('pages.css')
export class StylesController {
  @Get()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  styles(): string {
    return PAGES_CSS;
  }
}
