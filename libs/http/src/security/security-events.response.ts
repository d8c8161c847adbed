import { ApiSchema } from '@nestjs/swagger';
import { TOKEN_FAULTS } from '@parley/auth';
import { ListEndShown } from '../paging/page.response';
import { wholeList } from '../paging/pages-of';
import { Shown } from '../fields/shown.decorator';
import { SECURITY_KINDS } from './security-log';

@ApiSchema({ description: 'A security event.' })
class SecurityEventShown {
  @Shown({ meaning: 'What it is.', values: SECURITY_KINDS, example: 'refused' })
  readonly kind: string;

  @Shown({ meaning: 'Whose token it was; `null` without a valid one.', kind: 'person', nullable: true })
  readonly personId: string | null;

  @Shown({ meaning: 'Side that appointed the person; `null` for none.', kind: 'party', nullable: true })
  readonly party: string | null;

  @Shown({
    meaning: 'Method of the request; `*` where too many different ones came to tell apart.',
    example: 'POST',
    max: 20,
  })
  readonly method: string;

  @Shown({
    meaning: 'Pattern of the route, without what stood in it; `*` where there was none, or too many came.',
    example: '/v1/cases/:caseId/reply',
    max: 300,
  })
  readonly route: string;

  @Shown({ meaning: '`done`, or the code of the refusal.', example: 'role-required', kind: 'word' })
  readonly outcome: string;

  @Shown({
    meaning:
      'Of a token that was not believed: whose issuer it names, a party’s or the secretariat’s; `null` for others.',
    example: 'US',
    kind: 'word',
    nullable: true,
  })
  readonly issuer: string | null;

  @Shown({ meaning: 'Why it was not believed.', values: TOKEN_FAULTS, example: 'expired', nullable: true })
  readonly fault: string | null;

  @Shown({ meaning: 'How many of these there were in that hour.', example: 1, schema: { type: 'integer', minimum: 1 } })
  readonly count: number;

  @Shown({ meaning: 'When the first one was (UTC).', format: 'date-time' })
  readonly first: string;

  @Shown({ meaning: 'When the last one was (UTC).', format: 'date-time' })
  readonly last: string;
}

@ApiSchema({ description: 'The security events of a day.' })
export class SecurityEventsShown extends ListEndShown {
  @Shown({ meaning: 'Events of the day, the last ones first.', type: () => SecurityEventShown, list: true })
  readonly items: readonly SecurityEventShown[];

  @Shown({ meaning: 'Whether some service had more of them than it shows of a day.', example: false })
  readonly more: boolean;

  @Shown({
    meaning: 'Services that could not be asked, so that nothing of them is among the rest.',
    kind: 'word',
    list: true,
    example: ['referral'],
  })
  readonly away: readonly string[];
}

/** What several logs hold of a day, as one. */
export const showSecurityEvents = (
  pages: readonly Pick<SecurityEventsShown, 'items' | 'more'>[],
  away: readonly string[] = [],
): SecurityEventsShown => ({
  ...wholeList(pages.flatMap(({ items }) => items).sort((one, other) => (one.last > other.last ? -1 : 1))),
  more: pages.some(({ more }) => more),
  away,
});
