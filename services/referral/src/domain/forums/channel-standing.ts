import { refuse, type IsoDate, type Refused } from '@parley/kernel';
import { plusMonths } from '@parley/procedure';
import type { ChannelRequest } from '../dossier/channel-request';
import { refusals } from '../refusals';
import type { ChannelsForum } from './forum-rules';

/**
 * I-49: whether a channel hears those who would file. A state is heard through none of them, so a request that names no
 * channel is refused with who is.
 * @param today the day of the request
 */
export function channelStanding(
  forum: ChannelsForum,
  request: ChannelRequest | undefined,
  today: IsoDate,
): Refused | undefined {
  if (!request) return refuse({ ...refusals.forumClosed, ...forum.whoFiles }, '/forum');
  const channel = forum.channels.find(({ code }) => code === request.channel);
  if (!channel) return refuse(refusals.noSuchChannel, '/channel/channel');
  if (!channel.institutions.includes(request.institution))
    return refuse(refusals.institutionElsewhere, '/channel/institution');
  if (request.requester === 'executive-director') {
    if (!channel.executiveDirector) return refuse(refusals.executiveDirectorElsewhere, '/channel/requester');
  } else if (request.people < channel.fewestPeople) {
    return refuse(refusals.tooFewPeople, '/channel/people');
  }
  const { monthsAfterClosing } = channel;
  const isOver =
    request.closedOn !== null &&
    monthsAfterClosing !== null &&
    today > plusMonths(request.closedOn, monthsAfterClosing);
  if (isOver) return refuse(refusals.projectClosed, '/channel/closedOn');
  return channel.afterManagement && !request.raisedWithManagement
    ? refuse(refusals.notRaisedBefore, '/channel/raisedWithManagement')
    : undefined;
}
