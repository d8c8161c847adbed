import { panelReview, sayTexts, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Text } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ExpertReportServed } from '../experts/experts.rules';
import type { PanelEvent } from '../panel/panel-state.rules';
import type { ThirdPartyNoteFiled } from './information.rules';

interface Served {
  readonly materialId: string;
  readonly kind: 'request' | 'answer' | 'third-party-note' | 'expert-report' | 'comment';
  readonly about: string;
  readonly party: string;
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
  /** The author of a third party's note; empty for anything else. */
  readonly author: readonly Text[];
  readonly standing?: string;
  readonly replaces?: string;
}

/** Material that was laid before the panel. Both parties and the panel are served it at one instant (I-15). */
export function materialServedBy(recorded: RecordedEvent, event: PanelEvent): readonly PublicEvent[] {
  const served = servedBy(event);
  if (!served) return [];
  const { text, exhibits, author, ...about } = served;
  const leave = leaveIn(event);
  const message = {
    caseId: streamIdOf(recorded.stream),
    servedAt: event.occurredAt,
    ...about,
    text: sayTexts(text),
    exhibits: [...exhibits],
    author: sayTexts(author),
    ...leave,
  };
  return [tell(recorded, panelReview.MaterialServedSchema, message)];
}

/** Until when a request lets its party answer by leave, and what it may take back. */
function leaveIn(event: PanelEvent) {
  if (event.type !== 'InformationRequested' || !event.data.leave) return {};
  const [limit] = event.data.opens;
  const leaveWithdrawals = [...event.data.leave.withdrawals];
  return { leaveUntil: limit?.dueAt ?? '', leaveLimit: limit?.id ?? '', leaveWithdrawals };
}

function servedBy(event: PanelEvent): Served | undefined {
  switch (event.type) {
    case 'InformationRequested': {
      const { requestId, askedOf, questions } = event.data;
      return {
        materialId: requestId,
        kind: 'request',
        about: '',
        party: askedOf,
        text: questions,
        exhibits: [],
        author: [],
      };
    }
    case 'InformationAnswered': {
      const { materialId, requestId, party, text, exhibits } = event.data;
      return { materialId, kind: 'answer', about: requestId, party, text, exhibits, author: [] };
    }
    case 'ThirdPartyNoteFiled': {
      const { materialId, thirdPartyId, author, text } = event.data;
      const note = { materialId, kind: 'third-party-note', about: thirdPartyId, party: '', text } as const;
      return { ...note, exhibits: [], author, ...asPaper(event) };
    }
    case 'ExpertReportServed': {
      const { materialId, expertId, text, exhibits } = event.data;
      const report = { materialId, kind: 'expert-report', about: expertId, party: '', text } as const;
      return { ...report, exhibits, author: [], ...asPaper(event) };
    }
    case 'MaterialCommented': {
      const { materialId, party, comment } = event.data;
      return {
        materialId: `${materialId}/comment:${party}`,
        kind: 'comment',
        about: materialId,
        party,
        text: comment,
        exhibits: [],
        author: [],
      };
    }
    default:
      return undefined;
  }
}

/** How paper stands, and what the author's own words take the place of. */
const asPaper = ({ data: { paper, replaces } }: ThirdPartyNoteFiled | ExpertReportServed) => ({
  ...(paper ? { standing: paper.standing } : {}),
  ...(replaces === undefined ? {} : { replaces }),
});
