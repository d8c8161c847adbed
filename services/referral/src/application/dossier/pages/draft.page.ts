import type { DossierContext } from '../dossier-context';
import type { Page } from '../page';
import { channelComplaintPage } from './channel-complaint.page';
import { memorandumPage } from './memorandum.page';
import { panelRequestPage } from './panel-request.page';
import { requestForConsultationsPage } from './request-for-consultations.page';

/** The draft that the dossier is made for. */
export function draftPage(context: DossierContext): Page {
  const { panelRequest, channel, memorandum } = context.request;
  if (panelRequest) return panelRequestPage(context, panelRequest);
  if (channel) return channelComplaintPage(context, channel);
  return memorandum ? memorandumPage(context, memorandum) : requestForConsultationsPage(context);
}
