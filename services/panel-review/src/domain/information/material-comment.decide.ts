import { accept, refuse, type Decision, type RefusalReason } from '@parley/kernel';
import { deskOf, isPast, isRefused, runs, screeningOver } from '../acting';
import { commentClockId } from '../experts/expert';
import type { CommentOnMaterial } from '../panel-commands';
import type { PanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { refusals } from '../refusals';
import { reportCommentsClosing } from '../experts/report.decide';
import type { MaterialCommented } from './information-events';
import type { Material } from './material';

/** A party comments once on what the other party, a third party or an expert laid before the panel (I-65). */
export function commentOnMaterial(command: CommentOnMaterial, state: OpenedPanel): Decision<PanelEvent> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, materialId, comment } = command;
  const material = state.materials.find(({ id }) => id === materialId);
  if (!material) return refuse(refusals.unknownMaterial);
  const party = state.parties[side];
  if (material.party === party) return refuse(refusals.ownMaterial);
  const over = screeningOver(state, receivedAt) ?? commentBar(material, state, receivedAt);
  if (over) return refuse(over);
  if (material.comments.some((other) => other.party === party)) return refuse(refusals.materialCommented);
  const commented: MaterialCommented = {
    type: 'MaterialCommented',
    occurredAt: receivedAt,
    rule: 'I-65',
    tier: 'PANEL',
    data: { materialId, party, by, comment, opens: [], closes: [] },
  };
  return accept<PanelEvent>(
    commented,
    ...reportCommentsClosing(evolveOpened(state, commented), materialId, receivedAt),
  );
}

/** A report has a time of its own for comments; anything else may be commented on until the findings are being made. */
function commentBar(
  { id, kind }: Material,
  state: OpenedPanel,
  at: CommentOnMaterial['receivedAt'],
): RefusalReason | undefined {
  if (kind === 'expert-report')
    return runs(state, commentClockId(id)) && !isPast(state, commentClockId(id), at)
      ? undefined
      : refusals.materialCommentLate;
  const open = state.stage.name === 'reviewing' || state.stage.name === 'interim-comments';
  return open && !isPast(state, 'interim-comments', at) ? undefined : refusals.materialCommentLate;
}
