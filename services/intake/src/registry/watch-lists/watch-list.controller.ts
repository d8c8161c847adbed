import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import { Public, Roles } from '@parley/auth';
import { derivedUuid } from '@parley/event-store';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  ProblemError,
  Received,
  Refuses,
  respond,
  type Answer,
  type ReceivedAct,
  type PageShown,
  ShownList,
  wholeList,
} from '@parley/http';
import { refuse, type Party, type PartyCode } from '@parley/kernel';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import { PARTIES } from '../../case/case-list.http';
import { WatchLists } from '../../repositories';
import { WatchChannels } from './watch-channels.table';
import { WatchListRequest, type WatchOfficerRequest } from './watch-list.request';
import { showWatchList, WatchListFactShown, WatchListShown } from './watch-list.response';
import {
  channelBar,
  fileWatchList,
  watchListBar,
  watchListRefusals as refusals,
  type WatchOfficer,
} from './watch-list.rules';

/** What everybody may know of the watch lists: whether there is one. */
@ApiTags('Hotline')
@Controller('v1/hotline/watch-lists')
export class WatchListFactsController {
  constructor(
    @Inject(WatchLists) private readonly lists: WatchLists,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See whether each side has a watch list',
    description: 'Who is on it, and how they are reached, is known to that side alone.',
  })
  @ShownList(() => WatchListFactShown, 'Both sides.')
  async checkWatchLists(): Promise<PageShown<WatchListFactShown>> {
    const lists = await Promise.all(this.parties.map(({ code }) => this.lists.read(code)));
    return wholeList(
      this.parties.map(({ code }, index) => ({ party: code, empty: (lists[index]?.state.length ?? 0) === 0 })),
    );
  }
}

const KEEPING = { as: ['desk'], rule: 'hotline' } as const;

/** Who of a side is on duty for the hotline, and by which channels they are reached. */
@ApiTags('Hotline')
@ApiParam({ name: 'party', description: 'Code of the party.', example: 'US' })
@Controller('v1/parties/:party/watch-list')
export class WatchListController {
  constructor(
    @Inject(WatchLists) private readonly lists: WatchLists,
    @Inject(WatchChannels) private readonly channels: WatchChannels,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Get()
  @Roles({ rule: 'I-76' }, 'desk', 'auditor')
  @Logged({ subject: 'watch-list of :party', tier: 'FILER' })
  @ApiOperation({
    summary: 'Read the watch list of your side',
    description: 'By its own desk and auditors; for everybody else there is none.',
  })
  @ApiOkResponse({ type: WatchListShown })
  @Refuses(accessRefusals.notFound)
  async readWatchList(@Param('party') party: string, @CurrentCaller() caller: Caller): Promise<Answer<WatchListShown>> {
    const code = this.codeOf(party);
    if (caller.kind === 'public' || caller.party !== code) throw ProblemError.refused(refuse(accessRefusals.notFound));
    const { state, revision } = await this.lists.read(code);
    return atRevision(await showWatchList(code, state, this.channels), revision);
  }

  @Act({
    post: '',
    ...KEEPING,
    decides: [watchListBar, channelBar, fileWatchList],
    refuses: [
      refusals.notOwnList,
      refusals.noOfficial,
      refusals.listedTwice,
      refusals.channelRefused,
      refusals.noChannelWorks,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'File the watch list of your side',
    description:
      'By its desk, whole; it takes the place of the former. Each channel gets a trial alert first, unless it ' +
      'took one before, and everybody on the list needs one that took it. Addresses stand apart from the record ' +
      'and are deleted when they are on the list no more.',
  })
  @ApiOkResponse({ type: WatchListShown })
  async fileWatchList(
    @Param('party') party: string,
    @Body() body: WatchListRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<WatchListShown>> {
    const register = this.codeOf(party);
    const { act, context } = this.admit(received);
    const bar = watchListBar({ party: act.party, register });
    if (bar) throw ProblemError.refused(bar);
    this.refuseChannels(body.officers);
    const officers = await Promise.all(
      body.officers.map((officer) => this.triedOut(officer, register, act.receivedAt)),
    );
    const outcome = await this.lists.act(register, { type: 'FileWatchList', ...act, register, officers }, context);
    const { state } = await this.lists.read(register);
    await this.channels.retain(
      register,
      state.flatMap(({ channels }) => channels.map(({ id }) => id)),
    );
    const shown = await showWatchList(register, state, this.channels);
    return respond(outcome, () => shown);
  }

  private async triedOut(
    { personId, duty, channels }: WatchOfficerRequest,
    party: PartyCode,
    at: ReceivedAct['receivedAt'],
  ): Promise<WatchOfficer> {
    const tried = channels.map(async ({ kind, address }) => {
      const row = await this.channels.keep(party, kind, address);
      const { accepted, answer } = await this.channels.tryOut(row, {
        id: derivedUuid('trial-alert', row.channelId),
        heading: TRIAL,
        link: '/v1/hotline',
        at,
      });
      return { id: row.channelId, kind, works: accepted, answer };
    });
    return { personId, duty, channels: await Promise.all(tried) };
  }

  /** @throws ProblemError 422 at the address to which nothing is ever sent */
  private refuseChannels(officers: readonly WatchOfficerRequest[]): void {
    for (const [index, { channels }] of officers.entries())
      for (const [n, { kind, address }] of channels.entries()) {
        const path = `/officers/${String(index)}/channels/${String(n)}/address`;
        const bar = channelBar(this.channels.permits(kind, address), path);
        if (bar) throw ProblemError.refused(bar);
      }
  }

  private admit(received: ReceivedAct): AdmittedAct {
    const may = mayActOutsideCases(KEEPING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return admittedAct(received, may.actor, this.lists.ruleSetVersion);
  }

  /** @throws ProblemError 404 for a code that is none of the two parties' */
  private codeOf(party: string): PartyCode {
    const found = this.parties.find(({ code }) => code === party);
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found.code;
  }
}

const TRIAL = {
  en: 'You are on the watch list of the hotline; this is a trial.',
  'zh-Hans': '您已列入热线值守名单；此为试发提醒。',
};
