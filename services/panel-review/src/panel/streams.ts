import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';

/** Both rosters, in one stream. */
export const ROSTER_CATEGORY = 'panelreview.roster';

/** The panel's part of each case. */
export const PANEL_CATEGORY = 'panelreview.panel';

/** Votes and deliberation of each panel, apart from the rest of it. */
export const DELIBERATION_CATEGORY = 'panelreview.deliberation';

/** The register of crisis teams, and of the requests in which each serves. */
export const CRISIS_TEAM_CATEGORY = 'panelreview.crisisteam';

export const panelStream = (caseId: CaseId): StreamName => streamName(PANEL_CATEGORY, caseId);
