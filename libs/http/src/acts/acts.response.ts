import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '../fields/shown.decorator';
import { ListEndShown } from '../paging/page.response';
import type { Problem } from '../problems/problem';

@ApiSchema({ description: 'An act, and whether the caller may do it now.' })
class ActShown {
  @Shown({ meaning: 'The operation of this document.', example: 'replyToCase', kind: 'word' })
  readonly act: string;

  @Shown({ meaning: 'Its method.', values: ['POST', 'PUT', 'DELETE'] })
  readonly method: string;

  @Shown({
    meaning: 'Its path; what is in braces names nothing yet.',
    format: 'uri-reference',
    example: '/v1/cases/…/reply',
  })
  readonly path: string;

  @Shown({ meaning: 'As far as it can be told without the body.', example: true })
  readonly may: boolean;

  @Shown({ meaning: '`caller` where only the caller was looked at.', values: ['now', 'caller'] })
  readonly asOf: string;

  @Shown({ meaning: 'Your side requires it to be signed.', values: ['required'], optional: true })
  readonly signed?: string;

  @Shown({ meaning: 'From then on it would be refused, as things stand.', format: 'date-time', optional: true })
  readonly until?: string;

  @Shown({ meaning: 'How it would be refused.', schema: { $ref: '#/components/schemas/Problem' }, optional: true })
  readonly problem?: Problem;
}

@ApiSchema({ description: 'The acts of a part of a case, those first that the caller may do.' })
export class ActsShown extends ListEndShown {
  @Shown({ meaning: 'Last stage of the case that this part knows.', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'The acts.', type: () => ActShown, list: true })
  readonly items: readonly ActShown[];
}
