import { EVENT_TYPE } from '@parley/contracts';
import {
  CaseField,
  EnumField,
  InstantField,
  PageRequest,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';

import { DOCUMENT_KIND } from './notices.rules';

export const INBOX_STATES = ['unretrieved'] as const;

export class InboxRequest extends PageRequest {
  @EnumField({
    meaning: 'Only notices that your side has not retrieved.',
    example: 'unretrieved',
    values: INBOX_STATES,
    optional: true,
  })
  readonly state?: (typeof INBOX_STATES)[number];

  @CaseField({
    meaning: 'Only what is of this case, by id or docket number.',
    example: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11',
    optional: true,
  })
  readonly case?: string;

  @EnumField({ meaning: 'Only notices of this event.', example: 'CaseRegistered', ...EVENT_TYPE, optional: true })
  readonly event?: string;

  @EnumField({ meaning: 'Only notices with this document.', example: 'reply', ...DOCUMENT_KIND, optional: true })
  readonly document?: string;
}

export class RetrievalsRequest {
  @TextListField({
    meaning: 'Ids of the notices. Where one cannot be retrieved none is.',
    example: ['7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11'],
    min: 1,
    max: 200,
    unique: true,
    of: { max: 36, pattern: /^[0-9a-f-]{36}$/ },
  })
  readonly notices: readonly string[];
}

export class ServeAgainRequest {
  @TextsField({
    meaning: 'Why it is served again. The first service stands, and every clock runs from it (I-59).',
    example: [{ lang: 'en', text: 'The desk asks for another copy.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class ReconciliationRequest {
  @InstantField({ meaning: 'First instant of the range.', example: '2025-02-01T00:00:00Z' })
  readonly from: string;

  @InstantField({
    meaning: 'First instant behind the range; 366 days after `from` at most.',
    example: '2025-03-01T00:00:00Z',
  })
  readonly to: string;
}
