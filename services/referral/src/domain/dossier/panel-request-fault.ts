import { parseIsoDate, refuse, type IsoDate, type Refused } from '@parley/kernel';
import { daysBetween } from '@parley/procedure';
import type { OpenForum } from '../forums/forum-rules';
import { refusals } from '../refusals';
import type { PanelRequest } from './panel-request';

/**
 * What of a request for a panel DSU 4.7 and 6.2 do not take: whether consultations were held, with symbol and dates,
 * and in what time.
 */
export function panelRequestFault(
  { consultations, withoutConsultations, earlierBecause }: PanelRequest,
  forum: OpenForum,
  today: IsoDate,
): Refused | undefined {
  if (!consultations)
    return withoutConsultations.length === 0
      ? refuse(refusals.consultationsUnexplained, '/panelRequest/withoutConsultations')
      : undefined;
  const { symbol, requestedOn, heldOn } = consultations;
  if (!new RegExp(forum.symbols, 'u').test(symbol))
    return refuse(refusals.symbolMalformed, '/panelRequest/consultations/symbol');
  if (requestedOn > today) return refuse(refusals.forumEventAhead, '/panelRequest/consultations/requestedOn');
  const astray = heldOn.findIndex((day) => parseIsoDate(day) === undefined || day < requestedOn || day > today);
  if (astray >= 0) return refuse(refusals.heldOutOfTime, `/panelRequest/consultations/heldOn/${String(astray)}`);
  const isEarly = daysBetween(requestedOn, today) < forum.panelRequestAfterDays;
  return isEarly && earlierBecause.length === 0
    ? refuse(refusals.panelRequestEarly, '/panelRequest/earlierBecause')
    : undefined;
}
