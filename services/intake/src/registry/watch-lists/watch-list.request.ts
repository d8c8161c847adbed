import { ApiSchema } from '@nestjs/swagger';
import { EnumField, ListField, TextField } from '@parley/http';
import { CHANNEL_KINDS, type ChannelKind, type PersonId } from '@parley/kernel';
import { WATCH_DUTIES, type WatchDuty } from './watch-list.rules';

@ApiSchema({ description: 'A channel by which a person is reached.' })
export class WatchChannelRequest {
  @EnumField({
    meaning: 'Kind of the channel: mail, a signed webhook, or the log where the system is tried.',
    example: 'mail',
    values: CHANNEL_KINDS,
  })
  readonly kind: ChannelKind;

  @TextField({
    meaning: 'Where it leads: an address of mail, an https URL, or a name for the log. The other side never reads it.',
    example: 'duty@ustr.example',
    max: 500,
  })
  readonly address: string;
}

@ApiSchema({ description: 'A person for the watch list.' })
export class WatchOfficerRequest {
  @TextField({
    meaning: 'Pseudonym of the person: the code of its side, a dash, and the `sub` of its tokens.',
    example: 'us-desk',
    max: 200,
    pattern: /^[\x21-\x7e]+$/,
  })
  readonly personId: PersonId;

  @EnumField({
    meaning: 'Whether the person is an official on duty, or a deputy behind the officials and the co-heads.',
    example: 'official',
    values: WATCH_DUTIES,
  })
  readonly duty: WatchDuty;

  @ListField(() => WatchChannelRequest, {
    meaning: 'Channels by which the person is reached, every one of them each time.',
    example: [{ kind: 'log', address: 'duty-officer' }],
    min: 1,
    max: 5,
  })
  readonly channels: readonly WatchChannelRequest[];
}

export class WatchListRequest {
  @ListField(() => WatchOfficerRequest, {
    meaning: 'The whole list; it takes the place of the former. Empty to have none, which is public.',
    example: [{ personId: 'us-desk', duty: 'official', channels: [{ kind: 'log', address: 'duty-officer' }] }],
    min: 0,
    max: 20,
  })
  readonly officers: readonly WatchOfficerRequest[];
}
