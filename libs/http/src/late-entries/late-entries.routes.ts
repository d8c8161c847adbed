import { applyDecorators, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Roles } from '@parley/auth';
import type { RefusalReason } from '@parley/kernel';
import { ofOriginals } from '@parley/procedure';
import { Refuses } from '../openapi/refuses.decorator';
import { Logged } from '../reads/logged-read.decorator';
import { LateEntriesShown } from './late-entries.response';

/**
 * The route that lists what was entered late.
 * @param where the part of the procedure, such as `of a settlement`
 * @param unknown how a thing that the caller may not know of is refused
 */
export const ListsLateEntries = (where: string, unknown: RefusalReason = accessRefusals.notFound): MethodDecorator =>
  applyDecorators(
    Get(),
    Roles({ rule: 'I-67' }, 'desk', 'registry', 'cohead', 'auditor'),
    Logged(),
    ApiOperation({ summary: `See what was entered late ${where}`, description: 'With what became of it.' }),
    ApiOkResponse({ type: LateEntriesShown }),
    Refuses(unknown),
  );

/** The route that gives the original of an entry to who answers it; its parameters are those of the list. */
export const ReadsLateOriginal = (where = '', unknown: RefusalReason = accessRefusals.notFound): MethodDecorator =>
  applyDecorators(
    Get(':entryId/original'),
    Roles({ rule: 'I-67' }, 'registry'),
    Logged(),
    ApiOperation({
      summary: `Read the original of a late entry ${where}`.trimEnd(),
      description: 'By the registry officers of the side that answers it: its bytes, checked against their digest.',
    }),
    ApiProduces('application/octet-stream'),
    ApiOkResponse({
      description: 'The bytes.',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
    Refuses(unknown, ...ofOriginals),
  );

/** By whom an entry is answered, for `@Act`. */
export const ANSWERING_LATE_ENTRIES = { as: ['registry'], rule: 'I-67' } as const;
