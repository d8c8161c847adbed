import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { CHANNEL_KINDS, type PartyCode } from '@parley/kernel';
import type { WatchChannels } from './watch-channels.table';
import { WATCH_DUTIES, type WatchList } from './watch-list.rules';

@ApiSchema({ description: 'A channel that reaches somebody on the watch list.' })
export class WatchChannelShown {
  @Shown({ meaning: 'Id of the channel, as requests name it that were sent by it.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Kind of the channel.', values: CHANNEL_KINDS })
  readonly kind: string;

  @Shown({ meaning: 'Where it leads.', example: 'duty@ustr.example', max: 500 })
  readonly address: string;

  @Shown({ meaning: 'Whether it took a trial alert when the list was filed.', example: true })
  readonly works: boolean;

  @Shown({ meaning: 'What it answered to that.', example: '250', max: 60 })
  readonly answer: string;

  @Shown({
    meaning: 'What to verify the alerts of a webhook by (Standard Webhooks); `null` for other channels.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    max: 100,
    nullable: true,
  })
  readonly secret: string | null;
}

@ApiSchema({ description: 'Somebody on the watch list.' })
export class WatchOfficerShown {
  @Shown({ meaning: 'Person who is reached.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'For what.', values: WATCH_DUTIES })
  readonly duty: string;

  @Shown({ meaning: 'Channels by which the person is reached.', type: () => WatchChannelShown, list: true })
  readonly channels: readonly WatchChannelShown[];
}

@ApiSchema({ description: 'The watch list of one’s own side.' })
export class WatchListShown {
  @Shown({ meaning: 'Side whose list it is.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Who is reached.', type: () => WatchOfficerShown, list: true })
  readonly officers: readonly WatchOfficerShown[];
}

@ApiSchema({ description: 'Whether a side has a watch list.' })
export class WatchListFactShown {
  @Shown({ meaning: 'Side whose list it is.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Whether nobody is on it.', example: false })
  readonly empty: boolean;
}

/** A list with its addresses, for its own side. */
export async function showWatchList(
  party: PartyCode,
  list: WatchList,
  channels: WatchChannels,
): Promise<WatchListShown> {
  const addresses = await channels.addressesOf(party);
  return {
    party,
    officers: list.map(({ personId, duty, channels: kept }) => ({
      personId,
      duty,
      channels: kept.map(({ id, kind, works, answer }) => ({
        ...{ id, kind, works, answer },
        address: addresses.get(id) ?? '',
        secret: channels.secretOf(kind, id),
      })),
    })),
  };
}
