import { showDeadline } from '@parley/http';
import { hasRole, type Caller } from '@parley/access';
import type { Hotline, HotlineState } from '../../domain/hotline/hotline';
import type { HotlineShown } from './hotline.response';

/** A request as a caller sees it: the options paper is for the parties and the team that wrote it. */
export function showHotline(hotline: Hotline, caller: Caller): HotlineShown {
  const {
    hotlineId: id,
    caseId,
    grade,
    asking,
    requestedAt,
    acknowledgeBy,
    subject,
    rung,
    unanswered,
    acknowledgement,
    team,
    paper,
    running,
  } = hotline;
  const readsPaper = !hasRole(caller, 'cohead');
  return {
    ...{ id, caseId, grade, askedBy: asking, requestedAt, acknowledgeBy, subject, rung, unanswered, acknowledgement },
    team: team?.members ?? [],
    optionsPaper:
      paper && readsPaper
        ? {
            text: paper.text,
            digest: paper.digest,
            draftedAt: paper.draftedAt,
            signedBy: paper.signatures.map(({ party }) => party),
          }
        : null,
    optionsAgreedAt: paper?.agreedAt ?? null,
    deadlines: Object.values(running).map(showDeadline),
  };
}

/** A request after an act in it. @throws when there is none, which no act that was done leaves behind */
export function requestOf(state: HotlineState): Hotline {
  if (state.status === 'silent') throw new TypeError('an act was done in a request that was never made');
  return state;
}
