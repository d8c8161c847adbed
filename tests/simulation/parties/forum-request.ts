import type { IsoDate } from '@parley/kernel';
import { plusDays } from '@parley/procedure';
import type { ChannelRequest } from '../../../services/referral/src/dossier/dossier.rules';
import type { DossierRequest, PanelRequest } from '../../../services/referral/src/dossier/request-faults.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { View } from './act-kind';
import { english } from './texts';

const today = ({ now }: View): IsoDate => now.slice(0, 10) as IsoDate;

/** A request to a channel that hears those whom a project affects, now and then with a fault. */
function channel(view: View, random: SeededRandom): ChannelRequest {
  const fitting: ChannelRequest = {
    channel: 'inspection-panel',
    institution: 'IBRD',
    project: { id: 'P123456', name: 'A road' },
    requester: 'affected-people',
    people: 12,
    closedOn: null,
    raisedWithManagement: true,
    harm: english('The wells fell dry.'),
  };
  if (random.percent(40)) return fitting;
  return random.pick<ChannelRequest>([
    { ...fitting, institution: 'IFC' },
    { ...fitting, people: 1 },
    { ...fitting, requester: 'executive-director', people: 0 },
    { ...fitting, channel: 'grievance-redress-service', requester: 'executive-director', people: 0 },
    { ...fitting, closedOn: plusDays(today(view), -4_000) },
    { ...fitting, raisedWithManagement: false },
    { ...fitting, channel: 'NONE' as ChannelRequest['channel'] },
  ]);
}

/** A panel request with consultations held in time, or with some fault in them. */
function panelRequest(view: View, random: SeededRandom): PanelRequest {
  const requestedOn = plusDays(today(view), -90);
  const held = { symbol: 'WT/DS633/1', requestedOn, heldOn: [plusDays(requestedOn, 20)] };
  const fitting: PanelRequest = {
    consultations: held,
    withoutConsultations: [],
    earlierBecause: [],
    summary: english('The duties exceed the bound rates.'),
  };
  if (random.percent(40)) return fitting;
  return random.pick<PanelRequest>([
    { ...fitting, consultations: null },
    { ...fitting, consultations: { ...held, symbol: 'DS 633' } },
    { ...fitting, consultations: { ...held, requestedOn: plusDays(today(view), 3) } },
    { ...fitting, consultations: { ...held, heldOn: [plusDays(requestedOn, -3)] } },
    { ...fitting, consultations: { ...held, requestedOn: plusDays(today(view), -5), heldOn: [] } },
  ]);
}

/** A request to another forum, or to the WTO for more than consultations. */
export function forumRequest(lawful: DossierRequest, view: View, random: SeededRandom): DossierRequest {
  const { consultationProvisions: _, ...elsewhere } = { ...lawful, consultationProvisions: [] };
  return random.pick<() => DossierRequest>([
    () => ({ ...lawful, panelRequest: panelRequest(view, random) }),
    () => ({
      ...elsewhere,
      consultationProvisions: [],
      availableEvidence: [],
      forum: 'WORLD_BANK',
      channel: channel(view, random),
    }),
    () => ({
      ...elsewhere,
      consultationProvisions: [],
      availableEvidence: [],
      forum: 'CAPITALS',
      memorandum: {
        options: [
          { title: english('Talk'), text: english('Talk again.') },
          { title: english('Wait'), text: english('Wait.') },
        ],
      },
    }),
    () => ({
      ...elsewhere,
      consultationProvisions: [],
      availableEvidence: [],
      forum: 'CAPITALS',
      memorandum: { options: [{ title: english('Talk'), text: english('Talk again.') }] },
    }),
    () => ({ ...lawful, memorandum: { options: [] } }),
    () => ({ ...lawful, consultationProvisions: [] }),
  ])();
}
