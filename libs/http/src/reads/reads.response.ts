import { ApiSchema } from '@nestjs/swagger';
import { hasRole, type Caller } from '@parley/access';
import type { CaseId, PartyCode } from '@parley/kernel';
import { Shown } from '../fields/shown.decorator';
import type { CursorCodec } from '../paging/cursor-codec';
import type { ListRequest } from '../paging/page.request';
import { ShownList, type PageShown } from '../paging/page.response';
import { pageOfRecord, shownAs } from '../paging/pages-of';
import { OF_PANEL, type Read, type ReadsLog, type ReadsPage } from './reads-log';

@ApiSchema({ description: 'Who read something, when and what for.' })
export class ReadShown {
  @Shown({
    meaning: 'Who read; `null` to a desk, as is what and for what, where it was nobody of its own side.',
    nullable: true,
    example: 'us-desk-1',
    kind: 'person',
  })
  readonly personId: string | null;

  @Shown({ meaning: 'Side that appointed the reader; `null` for none.', nullable: true, example: 'US', kind: 'party' })
  readonly party: string | null;

  @Shown({ meaning: 'Roles that the reader held.', type: () => String, list: true, example: ['desk'], kind: 'word' })
  readonly roles: readonly string[];

  @Shown({ meaning: 'Which thing was read.', nullable: true, example: 'USA-1', kind: 'word' })
  readonly subject: string | null;

  @Shown({
    meaning: 'What of it: its line in a list, its particulars, its content, or the name of a document.',
    nullable: true,
    example: 'content',
    kind: 'word',
  })
  readonly what: string | null;

  @Shown({
    meaning: 'Tier of what was read.',
    values: ['PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'],
    example: 'PARTIES',
  })
  readonly tier: string;

  @Shown({
    meaning: 'Purpose, as the reader gave it in `Parley-Purpose`; `null` when none was given.',
    nullable: true,
    example: 'Preparing the reply',
    max: 200,
  })
  readonly purpose: string | null;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

/** Declares a route that answers with a page of a log of reads. */
export const ShownReads = (): MethodDecorator => ShownList(() => ReadShown, 'A page of reads, the newest first.');

const isOwn = ({ party, roles }: Pick<Read, 'party' | 'roles'>, side: PartyCode): boolean =>
  party === side && !OF_PANEL.some((role) => roles.includes(role));

/** What a desk sees of who read its case; nothing of the kind for an auditor. */
export const asDesk = (caller: Caller, withoutPanel: boolean): Pick<ReadsPage, 'forDesk'> =>
  hasRole(caller, 'desk') && caller.party !== null ? { forDesk: { party: caller.party, withoutPanel } } : {};

/** A page of a log of reads, as its route answers it. @throws ProblemError 400 for a cursor of another list */
export async function showReads(
  log: ReadsLog,
  cursors: CursorCodec,
  caseId: CaseId | null,
  page: ListRequest,
  which: Pick<ReadsPage, 'subject' | 'without' | 'withoutSubjects' | 'by' | 'forDesk'> = {},
): Promise<PageShown<ReadShown>> {
  const { subject = 'everything', by = 'anybody', forDesk } = which;
  const scope = `reads of ${subject} in ${caseId ?? `no case by ${by}`} for ${forDesk?.party ?? 'auditors'}`;
  const found = await pageOfRecord(
    { scope, cursors },
    page,
    (limit, before: string | undefined) => log.page(caseId, { ...which, limit, before: before ?? null }),
    ({ readId }) => readId,
  );
  return shownAs(found, ({ readId: _serial, at, ...read }) => ({
    ...read,
    ...(forDesk && !isOwn(read, forDesk.party) ? { personId: null, subject: null, what: null, purpose: null } : {}),
    at: at.toISOString(),
  }));
}
