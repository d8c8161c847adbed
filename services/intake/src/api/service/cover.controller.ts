import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { refuse, type Bilingual, type Instant, type Party, type PartyCode } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { CurrentCaller, personOf, ProblemError, Refuses, UuidParam } from '@parley/http';
import { seatDate, type ClocksOf } from '@parley/procedure';
import type { FastifyReply } from 'fastify';
import { headingOf } from '../../application/service/words-of-notice';
import { serviceRefusals } from '../../domain/service/service-refusals';
import { Inboxes } from '../../projections/inboxes';
import { CLOCKS_OF, PARTIES } from '../tokens';
import { coverSheet } from './cover-sheet';
import { partyOf } from './inbox-list';

/** The stamped cover sheet of what was served. */
@ApiTags('Service')
@Controller('v1/inbox/:noticeId/cover')
export class CoverController {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(CLOCKS_OF) private readonly clocksOf: ClocksOf,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Get()
  @Roles({ rule: 'I-58' }, 'desk', 'auditor')
  @ApiOperation({
    summary: 'Get the stamped cover sheet of a notice',
    description:
      'A page to print, in both languages: docket number, document, instant, digest, and a code ' +
      'that anybody can verify.',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'A page.' })
  @Refuses(serviceRefusals.unknownNotice)
  async cover(
    @UuidParam('noticeId') noticeId: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const entry = await this.inboxes.find(partyOf(personOf(caller)), noticeId);
    if (!entry) throw ProblemError.refused(refuse(serviceRefusals.unknownNotice));
    const { caseId, notice, digest, party, sentAt, code } = entry.own;
    const instant = sentAt.toISOString() as Instant;
    void reply.header('content-type', 'text/html; charset=utf-8');
    return coverSheet({
      docketNumber: await this.inboxes.docketNumberOf(caseId),
      caseId,
      heading: headingOf(notice),
      document: notice.document && `${notice.document.kind} ${notice.document.reference}`,
      digest: notice.document?.digest ?? digest,
      recipient: this.nameOf(party),
      sentAt: instant,
      seatDate: seatDate(instant, this.clocksOf.at(instant).ruleSet.seat),
      code,
    });
  }

  private nameOf(code: PartyCode): Bilingual {
    return this.parties.find((party) => party.code === code)?.name ?? { en: code, 'zh-Hans': code };
  }
}
