import type { IsoDate, Text } from '@parley/kernel';
import type { AuthoredText } from '@parley/http';
import type { ChannelRequest } from '../domain/dossier/channel-request';
import type { DossierRequest } from '../domain/dossier/dossier-request';
import type { Memorandum } from '../domain/dossier/memorandum';
import type { PanelRequest } from '../domain/dossier/panel-request';
import type { ChannelRequestBody, DossierRequestBody, MemorandumRequest, PanelRequestBody } from './referral.request';

export const textsOf = (texts: readonly AuthoredText[]): readonly Text[] =>
  texts.map(({ lang, text, kind, of }) => ({ lang, text, kind, ...(of === undefined ? {} : { of }) }));

/** The request of a validated body. */
export const draftOf = (body: DossierRequestBody): DossierRequest => ({
  forum: body.forum,
  consultationProvisions: body.consultationProvisions.map(({ agreement, provision }) => ({ agreement, provision })),
  measures: [...body.measures],
  claims: [...body.claims],
  furtherClaimsReserved: body.furtherClaimsReserved,
  statement: textsOf(body.statement),
  availableEvidence: textsOf(body.availableEvidence),
  ...(body.panelRequest === undefined ? {} : { panelRequest: panelRequestOf(body.panelRequest) }),
  ...(body.channel === undefined ? {} : { channel: channelOf(body.channel) }),
  ...(body.memorandum === undefined ? {} : { memorandum: memorandumOf(body.memorandum) }),
});

const panelRequestOf = ({
  consultations,
  withoutConsultations,
  earlierBecause,
  summary,
}: PanelRequestBody): PanelRequest => ({
  consultations: consultations
    ? {
        symbol: consultations.symbol,
        requestedOn: consultations.requestedOn as IsoDate,
        heldOn: consultations.heldOn.map((day) => day as IsoDate),
      }
    : null,
  withoutConsultations: textsOf(withoutConsultations),
  earlierBecause: textsOf(earlierBecause),
  summary: textsOf(summary),
});

const channelOf = ({
  channel,
  institution,
  project,
  requester,
  people,
  closedOn,
  raisedWithManagement,
  harm,
}: ChannelRequestBody): ChannelRequest => ({
  channel,
  institution,
  project: { id: project.id, name: project.name },
  requester,
  people,
  closedOn: closedOn === undefined ? null : (closedOn as IsoDate),
  raisedWithManagement,
  harm: textsOf(harm),
});

const memorandumOf = ({ options }: MemorandumRequest): Memorandum => ({
  options: options.map(({ title, text }) => ({ title: textsOf(title), text: textsOf(text) })),
});
