import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Body, Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  asOfOf,
  AsOfRequest,
  atRevision,
  CurrentCaller,
  Logged,
  personOf,
  ProblemError,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import {
  refuse,
  type Bilingual,
  type CaseId,
  type Instant,
  type IsoDate,
  type Party,
  type PartyCode,
} from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import type { FastifyReply } from 'fastify';
import { Cases } from '../../repositories';
import { asksCase, admitToCase, CaseGate } from '../../case/case-gate.http';
import { CLOCKS_OF, PARTIES } from '../../case/case-list.http';
import { headingOf } from './notice-of-event';
import { ServeAgainRequest } from './notices.request';
import { ServiceRegisterShown, showRegister } from './notices.response';
import { serviceRefusals } from './notices.rules';
import { partyOf } from './reconciliation.response';
import { Inboxes } from './served-notice.table';
import { NoticeRegisters } from './notice-registers';
import { serveNoticeAgain } from './retrieve.rules';

/** The content of a cover sheet for something that was served. */
export interface CoverSheet {
  /** `null` before registration. */
  readonly docketNumber: string | null;
  readonly caseId: string;
  readonly heading: Bilingual;
  /** Number of the exhibit, or word for the document; `null` for a notice without one. */
  readonly document: string | null;
  readonly digest: string;
  /** What is served besides, each as it is named, with its digest. */
  readonly together?: readonly { readonly document: string; readonly digest: string }[];
  readonly recipient: Bilingual;
  /** Instant of service in UTC, and its day at the seat. */
  readonly sentAt: string;
  readonly seatDate: IsoDate;
  readonly code: string;
}

/**
 * The stamped cover sheet as a page to print, in both languages side by side. It contains its own style and loads
 * nothing.
 */
export function coverSheet(sheet: CoverSheet): string {
  const rows: readonly (readonly [en: string, zh: string, value: string])[] = [
    ['Docket number', '案号', sheet.docketNumber ?? `– (${sheet.caseId})`],
    ['Served on', '受送达方', `${sheet.recipient.en} / ${sheet.recipient['zh-Hans']}`],
    ['Subject', '事由', `${sheet.heading.en} / ${sheet.heading['zh-Hans']}`],
    ...(sheet.document === null ? [] : [['Document', '文件', sheet.document] as const]),
    ['Instant of service (UTC)', '送达时刻（UTC）', sheet.sentAt],
    ['Day at the seat', '所在地日期', sheet.seatDate],
    ['SHA-256', 'SHA-256', sheet.digest],
    ...(sheet.together ?? []).flatMap(({ document, digest }) => [
      ['Document', '文件', document] as const,
      ['SHA-256', 'SHA-256', digest] as const,
    ]),
    ['Verification code', '验证码', sheet.code],
  ];
  const table = rows
    .map(
      ([en, zh, value]) =>
        `<tr><th scope="row">${en}<br><span lang="zh-Hans">${zh}</span></th><td>${escaped(value)}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(sheet.docketNumber ?? sheet.caseId)} · ${escaped(sheet.code)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Served by the registry <span lang="zh-Hans">登记处送达</span></h1>
<table>
${table}
</table>
<p>What this code stands for can be asked by anybody at <code>/v1/verify/${escaped(sheet.code)}</code>. It advises; it does not judge.</p>
<p lang="zh-Hans">任何人均可在 <code>/v1/verify/${escaped(sheet.code)}</code> 查询该验证码所指。本机构提供意见，不作裁判。</p>
</body>
</html>
`;
}

const STYLE = readFileSync(join(__dirname, 'cover-sheet.css'), 'utf8');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escapes a text for content and quoted attributes. Control characters, such as those that change the direction of
 * reading, become the replacement character.
 */
const escaped = (text: string): string =>
  text.replace(/[\p{Bidi_Control}\p{Cc}]/gu, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** The register of service of a case: for the parties, the registry and the co-heads. */
@ApiTags('Service')
@Controller('v1/cases/:caseId/service')
export class CaseServiceController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(NoticeRegisters) private readonly services: NoticeRegisters,
  ) {}

  @Get()
  @Roles({ rule: 'I-58' }, 'desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'service', what: 'register', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read the register of service of a case',
    description:
      'Each notice with its service on each party: sent, delivered, retrieved, and what is not. `ETag` ' +
      'is its revision; `asOf` shows it as it was.',
  })
  @ApiOkResponse({ type: ServiceRegisterShown })
  @Refuses(accessRefusals.notFound)
  async readServiceRegister(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
  ): Promise<Answer<ServiceRegisterShown>> {
    const { betweenParties: isOfParties } = await this.gate.open(caseId, caller);
    if (!isOfParties) throw ProblemError.refused(refuse(accessRefusals.notFound));
    const { state, revision } = await this.services.readWhole(caseId, asOfOf(query));
    return atRevision(showRegister(caseId, state), revision);
  }

  @Act({
    post: ':noticeId/again',
    as: ['registry'],
    rule: 'I-59',
    decides: serveNoticeAgain,
    asks: asksCase(),
    refuses: [
      serviceRefusals.unknownNotice,
      serviceRefusals.servedTooOften,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Serve a notice again',
    description:
      'By the registry, with its reason, on both parties. No clock starts or moves: each runs from ' +
      'the first service (I-59).',
  })
  @ApiOkResponse({ type: ServiceRegisterShown })
  async serveNoticeAgain(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('noticeId') noticeId: string,
    @Body() { reason }: ServeAgainRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ServiceRegisterShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const outcome = await this.services.actWhole(
      caseId,
      { type: 'ServeNoticeAgain', ...act, noticeId, reason },
      context,
    );
    return respond(outcome, ({ state }) => showRegister(caseId, state));
  }
}

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
  @Logged({ subject: 'notice :noticeId', what: 'cover', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Get the stamped cover sheet of a notice',
    description:
      'A page to print, in both languages: docket number, document, instant, digest, and a code ' +
      'that anybody can verify.',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'A page.' })
  @Refuses(serviceRefusals.unknownNotice)
  async downloadCoverSheet(
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
      together: (notice.together ?? []).map((each) => ({
        document: `${each.kind} ${each.reference}`,
        digest: each.digest,
      })),
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
