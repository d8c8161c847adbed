import { Body, Controller, Delete, Get, HttpCode, Inject } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  hasRole,
  mayActOutsideCases,
  refusals as accessRefusals,
  type Caller,
  type PersonCaller,
} from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  Answer,
  atRevision,
  CLOCK,
  CurrentCaller,
  HoldsNoMaterial,
  personOf,
  ProblemError,
  Received,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type Clock } from '@parley/kernel';
import { typedCode } from '../notices/notices.rules';
import { notWritten } from '../../written-rows.http';
import { channelBar, watchListRefusals } from '../watch-lists/watch-list.rules';
import { WatchChannels } from '../watch-lists/watch-channels.table';
import { AlertsProofRequest, AlertsRequest } from './alerts.request';
import { AlertsShown, showAlerts } from './alerts.response';
import { AlertProofs } from './alert-proofs';
import { alertRefusals as refusals, proofBar, proofsBar, wantsBar, type ChosenAlert } from './alerts.rules';
import { ChosenAlerts } from './chosen-alerts.table';
import { WaitingAlerts } from './waiting-alerts.table';

const CHOOSING = { as: ['desk', 'registry', 'panel', 'cohead', 'auditor'], rule: 'I-76' } as const;

/** Alerts by choice: each person chooses for himself, and nobody else reads or changes it. */
@ApiTags('Alerts')
@Controller('v1/alerts')
export class AlertsController {
  constructor(
    @Inject(ChosenAlerts) private readonly chosen: ChosenAlerts,
    @Inject(WaitingAlerts) private readonly waiting: WaitingAlerts,
    @Inject(WatchChannels) private readonly channels: WatchChannels,
    @Inject(AlertProofs) private readonly proofs: AlertProofs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Roles({ rule: CHOOSING.rule }, ...CHOOSING.as)
  @HoldsNoMaterial()
  @ApiOperation({
    summary: 'See of what you are told outside the system',
    description: 'Your own choice, and what was sent for you. Nobody else reads it.',
  })
  @ApiOkResponse({ type: AlertsShown })
  async readAlerts(@CurrentCaller() caller: Caller): Promise<AlertsShown | Answer<AlertsShown>> {
    const reader = personOf(caller);
    const alert = await this.chosen.of(reader, this.clock.now());
    return alert ? this.answer(alert) : showAlerts(alert, await this.waiting.of(reader.personId), this.channels);
  }

  @Act({
    put: '',
    ...CHOOSING,
    decides: [channelBar, wantsBar, proofsBar],
    refuses: [
      watchListRefusals.channelRefused,
      refusals.noInbox,
      refusals.tooManyProofs,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Choose of what you are told outside the system, and where',
    description:
      'In the place of what you chose before. A new address first gets a code, three in 24 hours at most, and ' +
      'nothing else until you send it back. An alert says, in both languages, that something waits and where it is ' +
      'read, no more. It ends with your delegation, and after 180 days.',
  })
  @ApiOkResponse({ type: AlertsShown })
  async chooseAlerts(
    @Body() { kind, address, wants }: AlertsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AlertsShown>> {
    const { caller: reader, commandId, bodyDigest, receivedAt: now, ifRevision } = admitted(received);
    const bar = channelBar(this.channels.permits(kind, address), '/address') ?? wantsBar(wants, hasInbox(reader));
    if (bar) throw ProblemError.refused(bar);
    const choice = { reader, kind, address, wants, commandId, bodyDigest, now };
    const outcome = await this.chosen.choose(choice, (sent) => proofsBar(sent) === undefined, ifRevision);
    if (outcome.kind === 'chosen') return this.answer(outcome.alert);
    const tooMany = outcome.kind === 'to-prove' ? proofsBar(outcome.sent) : undefined;
    if (tooMany) throw ProblemError.refused(tooMany);
    throw outcome.kind === 'to-prove' ? new TypeError('refused without a reason') : notWritten(outcome);
  }

  @Act({
    post: 'confirmation',
    ...CHOOSING,
    decides: proofBar,
    refuses: [refusals.notChosen, refusals.wrongProof, accessRefusals.notYourRole, accessRefusals.twoCapacities],
  })
  @ApiOperation({
    summary: 'Confirm that you read what is sent to your address',
    description: 'With the code that was sent there. From then on it is told what you chose.',
  })
  @ApiOkResponse({ type: AlertsShown })
  async confirmAlerts(
    @Body() { code }: AlertsProofRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AlertsShown>> {
    const { caller: reader, receivedAt, ifRevision } = admitted(received);
    const alert = await this.chosen.of(reader, receivedAt);
    const bar = proofBar(alert && this.proofs.of(alert.channelId), typedCode(code));
    if (bar) throw ProblemError.refused(bar);
    if (alert && ifRevision !== undefined && ifRevision !== alert.revision)
      throw notWritten({ kind: 'stale', revision: alert.revision });
    const proven = alert && (await this.chosen.prove(alert, receivedAt));
    if (!proven) throw ProblemError.refused(refuse(refusals.notChosen));
    return this.answer(proven);
  }

  @Delete()
  @HttpCode(204)
  @Roles({ rule: CHOOSING.rule }, ...CHOOSING.as)
  @ApiOperation({
    summary: 'Be told nothing outside the system any more',
    description: 'The address is deleted, and what waits to be sent there is not sent.',
  })
  @ApiNoContentResponse()
  async endAlerts(@CurrentCaller() caller: Caller): Promise<void> {
    await this.chosen.end(personOf(caller).personId);
  }

  private async answer(alert: ChosenAlert): Promise<Answer<AlertsShown>> {
    const sent = await this.waiting.of(alert.reader.personId);
    return atRevision(showAlerts(alert, sent, this.channels), alert.revision);
  }
}

/** Whether a person reads the inbox of a side. */
const hasInbox = (reader: PersonCaller): boolean =>
  reader.party !== null && (hasRole(reader, 'desk') || hasRole(reader, 'auditor'));

/** @throws ProblemError 403 for a person without one role that may choose */
function admitted(received: ReceivedAct): ReceivedAct {
  const may = mayActOutsideCases(CHOOSING, received.caller);
  if (may.kind === 'refused') throw ProblemError.refused(may);
  return received;
}
