import {
  accept,
  refuse,
  type ChannelKind,
  type Decider,
  type DomainEvent,
  type PartyCode,
  type PersonId,
  type RefusalReason,
} from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';

/** The deputies have their turn when officials and co-heads were silent. */
export const WATCH_DUTIES = ['official', 'deputy'] as const;
export type WatchDuty = (typeof WATCH_DUTIES)[number];

/** A channel by which somebody on a watch list is reached. Its address stands apart from the record. */
export interface WatchChannel {
  readonly id: string;
  readonly kind: ChannelKind;
  /** Whether it took a trial alert when the list was filed. */
  readonly works: boolean;
  /** What it answered to that. */
  readonly answer: string;
}

export interface WatchOfficer {
  readonly personId: PersonId;
  readonly duty: WatchDuty;
  readonly channels: readonly WatchChannel[];
}

/** Those of a side who are reached by the hotline. Nobody is named by it for anything else. */
export type WatchList = readonly WatchOfficer[];

export type FileWatchList = Act & {
  readonly type: 'FileWatchList';
  /** Whose list it is. */
  readonly register: PartyCode;
  readonly officers: WatchList;
};

/** In the stream of its side, and for nobody else: with whom one side can be reached is its own (I-76). */
export type WatchListFiled = DomainEvent<
  'WatchListFiled',
  {
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly officers: WatchList;
    /** What everybody is told: that there is a list now, or none any more; `null` where that stays as it was. */
    readonly becomes: 'kept' | 'empty' | null;
  }
>;

/** Every reason for which a watch list is refused. */
export const watchListRefusals = {
  notOwnList: {
    code: 'not-own-watch-list',
    rule: 'hotline',
    status: 403,
    en: 'A watch list is kept up, and read, by its own side.',
    'zh-Hans': '值守名单由本方维护和查阅。',
  },
  noOfficial: {
    code: 'watch-list-without-officials',
    rule: 'hotline',
    status: 422,
    en: 'Deputies have their turn behind officials. Name an official as well, or leave the list empty.',
    'zh-Hans': '副职官员在指定官员之后接手。请一并列出指定官员，或将名单留空。',
  },
  listedTwice: {
    code: 'on-watch-list-twice',
    rule: 'hotline',
    status: 422,
    en: 'The person stands on the list twice. Put all channels under one entry.',
    'zh-Hans': '该人员在名单上出现两次。请将其全部联络渠道列于同一条目。',
  },
  channelRefused: {
    code: 'channel-refused',
    rule: 'hotline',
    status: 422,
    en:
      'This installation has no such channel, or sends nothing to this address. Take a channel that it ' +
      'offers, or ask its operator to permit the address.',
    'zh-Hans': '本系统没有此类渠道，或不向该地址发送。请改用本系统提供的渠道，或请运维人员准许该地址。',
  },
  noChannelWorks: {
    code: 'no-channel-works',
    rule: 'I-74',
    status: 422,
    en: 'None of the channels of this person took a trial alert. Name one that works; the list stays as it was.',
    'zh-Hans': '该人员的联络渠道均未收下试发的提醒。请列出可用渠道；名单维持原状。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * Whether a side keeps up this watch list. The rest of a filing comes only after this, since it sends trial alerts.
 */
export const watchListBar = ({ party, register }: Pick<FileWatchList, 'party' | 'register'>) =>
  party === register ? undefined : refuse(watchListRefusals.notOwnList);

/** Nothing is sent, not even for trial, to an address that the configuration does not permit. */
export const channelBar = (isPermitted: boolean, path: string) =>
  isPermitted ? undefined : refuse(watchListRefusals.channelRefused, path);

/** A side files its list anew, whole. An empty one is allowed, and public. */
export function fileWatchList({ by, party, receivedAt, register, officers }: FileWatchList, before: WatchList) {
  const bar = watchListBar({ party, register });
  if (bar) return bar;
  const twice = officers.findIndex(({ personId }, index) =>
    officers.slice(0, index).some((other) => other.personId === personId),
  );
  if (twice >= 0) return refuse(watchListRefusals.listedTwice, `/officers/${String(twice)}/personId`);
  if (officers.length > 0 && officers.every(({ duty }) => duty === 'deputy'))
    return refuse(watchListRefusals.noOfficial, '/officers');
  const mute = officers.findIndex(({ channels }) => channels.every(({ works }) => !works));
  if (mute >= 0) return refuse(watchListRefusals.noChannelWorks, `/officers/${String(mute)}/channels`);
  const becomes = officers.length === 0 ? 'empty' : 'kept';
  const stays = (before.length === 0) === (officers.length === 0);
  return accept<WatchListFiled>({
    type: 'WatchListFiled',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'FILER',
    data: { party: register, by, officers, becomes: stays ? null : becomes },
  });
}

/** The watch list of a side. */
export const watchListDecider: Decider<FileWatchList, WatchList, WatchListFiled> = {
  initial: [],
  decide: fileWatchList,
  evolve: (list, { type, data }) => (isFiling(type) ? data.officers : list),
};

/** An event of a later day leaves the list as it is. */
const isFiling = (type: string): boolean => type === 'WatchListFiled';

/** For what a person stands on a list; `null` for who is not on it. */
export const dutyOf = (list: WatchList, person: PersonId): WatchDuty | null =>
  list.find(({ personId }) => personId === person)?.duty ?? null;
