import { Body, Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import { parseInstant, refuse, type PartyCode } from '@parley/kernel';
import { Public } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  CURSORS,
  CursorCodec,
  ProblemError,
  Received,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
  type PageShown,
  ShownList,
  ListRequest,
  pageOfWhole,
  shownAs,
} from '@parley/http';
import { annulmentDigest, annulOutage } from './annul-outage.rules';
import { outageDigest, Outages, proposedOutageIdOf } from './outages';
import type { OutageRegister, RegisteredOutage } from './outages.rules';
import { refusals } from '../../case/refusals.rules';
import { REGISTER } from '../../streams';
import { outageRefusals } from './outage-refusals.rules';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import { signersNamed } from '../../case/case-list.http';
import { AnnulOutageRequest, ProposeOutageRequest, SignOutageRequest } from './outages.request';
import { OutageShown } from './outages.response';
import { proposeOutage, signOutage } from './outage-register.rules';

const DECLARING = { as: ['cohead'], rule: 'I-61' } as const;

const latestFirst = (one: RegisteredOutage, other: RegisteredOutage): number => {
  const [first, second] = [`${one.from} ${one.outageId}`, `${other.from} ${other.outageId}`];
  return first > second ? -1 : 1;
};

/** Outages of the secretariat's system. They are public, whoever declared them. */
@ApiTags('Outages')
@Controller('v1/outages')
export class OutagesController {
  constructor(
    @Inject(Outages) private readonly register: Outages,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See the outages of the system',
    description:
      'Those that its own heartbeat declared, and those that co-heads proposed or declared. A declared ' +
      'one moves each deadline that ended in it; one that both co-heads annul covers nothing more.',
  })
  @ShownList(() => OutageShown, 'A page of outages, the latest first.')
  async listOutages(@CurrentCaller() caller: Caller, @Query() page: ListRequest): Promise<PageShown<OutageShown>> {
    const all = Object.values((await this.register.read(REGISTER)).state).toSorted(latestFirst);
    const found = await pageOfWhole({ scope: 'outages', cursors: this.cursors }, page, all, ({ outageId }) => outageId);
    return shownAs(found, (outage) => show(outage, caller));
  }

  @Act({
    post: '',
    signed: true,
    status: 201,
    ...DECLARING,
    decides: proposeOutage,
    refuses: [
      outageRefusals.outageInverted,
      outageRefusals.outageTooLong,
      outageRefusals.signedBySide,
      outageRefusals.outageDeclared,
      outageRefusals.outageAnnulled,
      outageRefusals.tooManyOutages,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Propose to declare an outage',
    description:
      'By a co-head, whose signature it counts as. It is declared when the other side’s co-head has ' +
      'signed the same digest (I-04).',
  })
  @ApiCreatedResponse({ type: OutageShown })
  async proposeOutage(
    @Body() body: ProposeOutageRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<OutageShown>> {
    const { act, context, party } = this.admit(received);
    const [from, to, reason] = [
      parseInstant(body.from) ?? act.receivedAt,
      parseInstant(body.to) ?? act.receivedAt,
      body.reason,
    ];
    const outageId = proposedOutageIdOf(party, from, to);
    const command = {
      type: 'ProposeOutage',
      ...act,
      party,
      outageId,
      from,
      to,
      reason,
      digest: outageDigest(from, to, reason),
    } as const;
    const outcome = await this.register.act(REGISTER, command, context);
    return respond(outcome, ({ state }) => shownOf(state, outageId, received.caller), {
      location: () => `/v1/outages#${outageId}`,
    });
  }

  @Act({
    post: ':outageId/signatures',
    signed: true,
    ...DECLARING,
    decides: signOutage,
    refuses: [
      outageRefusals.unknownOutage,
      outageRefusals.outageDeclared,
      outageRefusals.outageAnnulled,
      outageRefusals.outageDigest,
      outageRefusals.signedBySide,
      refusals.signsForBoth,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Sign an outage that the other side’s co-head proposed',
    description:
      'Both signatures declare it: every deadline that ended in it ends with the next joint business day after it.',
  })
  @ApiOkResponse({ type: OutageShown })
  async signOutage(
    @UuidParam('outageId') outageId: string,
    @Body() { digest }: SignOutageRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<OutageShown>> {
    const { act, context, party } = this.admit(received);
    const outcome = await this.register.act(REGISTER, { type: 'SignOutage', ...act, party, outageId, digest }, context);
    return respond(outcome, ({ state }) => shownOf(state, outageId, received.caller));
  }

  @Act({
    post: ':outageId/annulments',
    signed: true,
    ...DECLARING,
    decides: annulOutage,
    refuses: [
      outageRefusals.unknownOutage,
      outageRefusals.notDeclared,
      outageRefusals.outageAnnulled,
      outageRefusals.annulmentDigest,
      outageRefusals.annulmentSignedBySide,
      refusals.signsForBoth,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Sign that a declared outage was none',
    description:
      'By a co-head of each side over the same digest (I-04). Both signatures annul it: it covers no late entry from ' +
      'then on. No deadline that it moved goes back, since both sides rely on what was shown (I-21).',
  })
  @ApiOkResponse({ type: OutageShown })
  async annulOutage(
    @UuidParam('outageId') outageId: string,
    @Body() { digest }: AnnulOutageRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<OutageShown>> {
    const { act, context, party } = this.admit(received);
    const outcome = await this.register.act(
      REGISTER,
      { type: 'AnnulOutage', ...act, party, outageId, digest },
      context,
    );
    return respond(outcome, ({ state }) => shownOf(state, outageId, received.caller));
  }

  /** A co-head signs for a side. @throws ProblemError 403 */
  private admit(received: ReceivedAct): AdmittedAct & { readonly party: PartyCode } {
    const may = mayActOutsideCases(DECLARING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const admitted = admittedAct(received, may.actor, this.register.ruleSetVersion);
    const { party } = admitted.act;
    if (party === null) throw ProblemError.refused(refuse(accessRefusals.notYourSide));
    return { ...admitted, party };
  }
}

function shownOf(register: OutageRegister, outageId: string, reader: Caller): OutageShown {
  const outage = register[outageId];
  if (!outage) throw new TypeError(`outage ${outageId} was recorded and is not there`);
  return show(outage, reader);
}

const show = (outage: RegisteredOutage, reader: Caller): OutageShown => {
  const { outageId, from, to, reason, digest, signedBy, declaredBy, declaredAt, annulledBy, annulledAt } = outage;
  return {
    id: outageId,
    from,
    to,
    reason: [...reason],
    digest,
    signedBy: signersNamed(signedBy, reader),
    declaredBy,
    declaredAt,
    annulmentDigest: annulmentDigest(outage),
    annulledBy: signersNamed(annulledBy, reader),
    annulledAt,
  };
};
