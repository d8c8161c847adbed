import type { IsoDate, Text } from '@parley/kernel';
import type { ChannelCode, Institution } from '../forums/forum-rules';

/** Who would file: a state never does. */
export const REQUESTERS = ['affected-people', 'executive-director'] as const;
export type RequesterKind = (typeof REQUESTERS)[number];

/** A referral to one of the World Bank Group's channels, for those whom a project affects to file. */
export interface ChannelRequest {
  readonly channel: ChannelCode;
  readonly institution: Institution;
  readonly project: { readonly id: string; readonly name: string };
  readonly requester: RequesterKind;
  /** How many affected people would file; 0 for an Executive Director. */
  readonly people: number;
  /** When the project was closed; `null` while it goes on. */
  readonly closedOn: IsoDate | null;
  /** Whether the matter was raised with the institution's management before. */
  readonly raisedWithManagement: boolean;
  /** The harm, in the words of those whom it would befall. */
  readonly harm: readonly Text[];
}
