import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { hasRole, mayActOutsideCases, refusals as accessRefusals, type PersonCaller } from '@parley/access';
import { Roles } from '@parley/auth';
import { derivedUuid, type CommandContext } from '@parley/event-store';
import {
  Act,
  commandContextOf,
  CurrentCaller,
  CURSORS,
  ListRequest,
  Logged,
  pageOfRecord,
  problemCatalogue,
  ProblemError,
  Reading,
  Received,
  Refuses,
  respond,
  ShownList,
  UuidParam,
  wholeList,
  type Answer,
  type CursorCodec,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type CaseId, type Role } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { AuditApi } from '../history/case-state.response';
import { ReceiversOnRecord } from './receiver-reading.http';
import type { Receiver } from './receivers.table';
import { WebhookReplayRequest, WebhookRequest } from './webhooks.request';
import { showDelivery, showWebhook, WebhookDeliveryShown, WebhookShown } from './webhooks.response';
import {
  closeWebhook,
  OPENING,
  openWebhook,
  replayWebhook,
  validUntil,
  webhookBar,
  webhookRefusals as refusals,
  type Side,
  type WebhookCommand,
} from './webhooks.rules';
import { WebhookKeeping } from './webhooks.part';

const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** Events pushed to the programs of a side: its receivers are known to its own officers of the same role alone. */
@ApiTags('Webhooks')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(WebhookKeeping) private readonly keeping: WebhookKeeping,
    @Inject(ReceiversOnRecord) private readonly onRecord: ReceiversOnRecord,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: OPENING.rule }, ...OPENING.as)
  @Logged({ subject: 'webhooks', tier: 'FILER' })
  @ApiOperation({
    summary: 'See the receivers of your side and role',
    description: 'With their secrets. For everybody else there are none.',
  })
  @ShownList(() => WebhookShown, 'Those that are open, the first one first.')
  @Refuses(accessRefusals.twoCapacities)
  async listWebhooks(@CurrentCaller() caller: PersonCaller): Promise<PageShown<WebhookShown>> {
    return this.openOf(caller);
  }

  @Act({
    post: '',
    status: 201,
    ...OPENING,
    decides: [webhookBar, openWebhook],
    refuses: [
      refusals.noHosts,
      refusals.notPermitted,
      refusals.tooMany,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Have events pushed to a program of yours',
    description:
      'Until your delegation ends, each event that `GET /v1/events` would tell you in this role is sent there once ' +
      'recorded, in order: `{type, timestamp, data}`, never what it says. Signed by Standard Webhooks: `v1` by ' +
      '`secret`, `v1a` by `publicKey`. Without 2xx in 10 s it is sent again under the same `webhook-id`, with ' +
      'growing pauses or after `Retry-After`, of an hour at most, for three days; then it waits for a replay.',
  })
  @ApiCreatedResponse({ type: WebhookShown })
  async addWebhook(
    @Body() { url, role, purpose }: WebhookRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<WebhookShown>> {
    const { receivers, webhooks } = this.keeping;
    const { side, act, context } = this.admit(received, role);
    const bar = webhookBar(webhooks?.permits(url));
    if (bar) throw ProblemError.refused(bar);
    const receiverId = derivedUuid('webhook', received.commandId);
    const position = await this.audit.store.head();
    const opening = { receiverId, side, role, personId: act.by, url, purpose, position };
    await receivers.keep(opening, received.receivedAt);
    const outcome = await this.onRecord.act(side, { type: 'OpenWebhook', ...act, receiverId }, context);
    const isClosed = 'repeated' in outcome && !(await this.onRecord.openOf(side)).has(receiverId);
    if (outcome.kind === 'refused' || isClosed) await receivers.forget(receiverId);
    const kept = await receivers.find(receiverId);
    return respond(outcome, () => this.shown(kept), { status: 201 });
  }

  @Act({
    delete: ':webhookId',
    ...OPENING,
    decides: closeWebhook,
    refuses: [refusals.closed, ...seen],
  })
  @ApiOperation({
    summary: 'Close a receiver',
    description: 'Its address is deleted, and what was sent there is not listed any more.',
  })
  @ShownList(() => WebhookShown, 'Those that are open still.')
  async closeWebhook(
    @UuidParam('webhookId') receiverId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<PageShown<WebhookShown>>> {
    const { side, act, context } = await this.admitTo(receiverId, received);
    const outcome = await this.onRecord.act(side, { type: 'CloseWebhook', ...act, receiverId }, context);
    if (outcome.kind === 'done') await this.keeping.receivers.forget(receiverId);
    const open = await this.openOf(received.caller);
    return respond(outcome, () => open);
  }

  @Act({
    post: ':webhookId/replays',
    ...OPENING,
    decides: replayWebhook,
    refuses: [refusals.closed, ...seen],
  })
  @ApiOperation({
    summary: 'Have a receiver told again, or go on',
    description:
      'From a message on that it was sent within 90 days, with that one and under the same ids, or from where it ' +
      'stopped. Asked for by the officer who opened it, it is valid for 180 days from now on.',
  })
  @ApiOkResponse({ type: WebhookShown })
  async replayWebhook(
    @UuidParam('webhookId') receiverId: string,
    @Body() { from }: WebhookReplayRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<WebhookShown>> {
    const { receivers, deliveries } = this.keeping;
    const { side, act, context } = await this.admitTo(receiverId, received);
    const position = from === undefined ? undefined : await deliveries.positionBefore(receiverId, from);
    const receiver = await receivers.find(receiverId);
    if (receiver && from !== undefined && position === undefined)
      throw new ProblemError(problemCatalogue.cursorInvalid);
    const command = { type: 'ReplayWebhook', ...act, receiverId, from: from ?? null } as const;
    const outcome = await this.onRecord.act(side, command, context);
    if (outcome.kind === 'done' && receiver) {
      const renewed = receiver.personId === act.by ? validUntil(received.receivedAt) : undefined;
      await receivers.replay(receiver, received.commandId, { position, renewed });
    }
    const kept = await receivers.find(receiverId);
    return respond(outcome, () => this.shown(kept));
  }

  @Get(':webhookId/deliveries')
  @Roles({ rule: OPENING.rule }, ...OPENING.as)
  @Logged()
  @ApiOperation({
    summary: 'See what a receiver was sent',
    description: 'The last one first, of the last 90 days.',
  })
  @ShownList(() => WebhookDeliveryShown, 'A page of messages.')
  @Refuses(accessRefusals.notFound, accessRefusals.twoCapacities)
  async listWebhookDeliveries(
    @UuidParam('webhookId') receiverId: string,
    @Query() request: ListRequest,
    @CurrentCaller() caller: PersonCaller,
    @Req() http: FastifyRequest,
  ): Promise<PageShown<WebhookDeliveryShown>> {
    await this.known(receiverId, caller);
    const list = { cursors: this.cursors, scope: `deliveries:${receiverId}` };
    const { items, ...end } = await pageOfRecord(
      list,
      request,
      (limit, from: string | undefined) => this.keeping.deliveries.of(receiverId, limit, from),
      ({ place }) => place,
    );
    await this.reading.note(null, [], caller, http);
    for (const [caseId, sent] of Map.groupBy(items, (each) => each.caseId)) {
      const tiers = [...new Set(sent.map(({ tier }) => tier))];
      const handed = tiers.map((tier) => ({ subject: 'history', what: 'deliveries', tier }));
      await this.reading.note(caseId as CaseId, handed, caller, http);
    }
    return { items: items.map(showDelivery), ...end };
  }

  private shown(receiver: Receiver | undefined): WebhookShown {
    // Another officer closed it in this moment.
    if (!receiver) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return showWebhook(receiver, this.keeping.webhooks);
  }

  private async openOf(caller: PersonCaller): Promise<PageShown<WebhookShown>> {
    const { receivers, webhooks } = this.keeping;
    const [side, roles] = [sideOf(caller), OPENING.as.filter((role) => hasRole(caller, role))];
    const open = await this.onRecord.openOf(side);
    const kept = await receivers.of(side, roles);
    return wholeList(kept.filter(({ receiverId }) => open.has(receiverId)).map((each) => showWebhook(each, webhooks)));
  }

  /** A receiver of the caller's side and role. @throws ProblemError 404 for each other, as for one that is not there */
  private async known(receiverId: string, caller: PersonCaller): Promise<{ readonly role: Role }> {
    const { state } = await this.onRecord.read(sideOf(caller));
    const found = state.find((each) => each.receiverId === receiverId && hasRole(caller, each.role));
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found;
  }

  private async admitTo(receiverId: string, received: ReceivedAct): Promise<AdmittedWebhook> {
    const { role } = await this.known(receiverId, received.caller);
    return this.admit(received, role);
  }

  /** @throws ProblemError 403 for a caller who has not the role */
  private admit(received: ReceivedAct, role: Role): AdmittedWebhook {
    const { caller, receivedAt } = received;
    const may = mayActOutsideCases({ ...OPENING, as: [role] }, caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return {
      side: sideOf(caller),
      act: { by: caller.personId, party: caller.party, receivedAt, role },
      context: commandContextOf(received, may.actor, this.onRecord.ruleSetVersion),
    };
  }
}

interface AdmittedWebhook {
  readonly side: Side;
  readonly act: Pick<WebhookCommand, 'by' | 'party' | 'receivedAt' | 'role'>;
  readonly context: CommandContext;
}

const sideOf = ({ party }: PersonCaller): Side => party ?? 'neither';
