import { intake, panelReview, told } from '@parley/contracts';
import type { Sha256 } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { DrawNonce, DrawRecord, PublishedBefore } from '@parley/procedure';
import type { CaseFile } from '../case-file';

/** A draw by lot, and what had been told before it: all that it takes to repeat it (I-72). */
export interface HeldDraw {
  readonly heldAt: string;
  /** Of the side whose seat was drawn. */
  readonly party: string;
  readonly record: DrawRecord;
  /** From other events than the draw's own. An empty digest is one that nothing told. */
  readonly before: PublishedBefore;
}

const NONE = '' as Sha256;

/** Every draw of a case in its order: of seats of the panel, and of crisis teams that were drawn for the case. */
export const drawsHeld = ({ events, registered }: Pick<CaseFile, 'events' | 'registered'>): readonly HeldDraw[] =>
  events.flatMap((event, index) => {
    const before = events.slice(0, index).filter(({ time }) => time <= event.time);
    return [...seatDrawn(event, before, registered), ...teamDrawn(event, before)];
  });

function seatDrawn(
  event: PublicEvent,
  before: readonly PublicEvent[],
  { parties }: CaseFile['registered'],
): readonly HeldDraw[] {
  const drawn = told(event, panelReview.MemberDrawnSchema);
  if (!drawn || drawn.draw === '') return [];
  const record = JSON.parse(drawn.draw) as DrawRecord;
  const { seat, nominatedBy: party } = drawn;
  const roleOf = (code: string): string => (code === parties?.complainant ? 'complainant' : 'respondent');
  const opened = before.flatMap((each) => told(each, panelReview.PanelOpenedSchema) ?? []);
  const ahead = opened.flatMap(({ drawCommitments }) => byName<readonly Sha256[]>(drawCommitments)[seat] ?? []);
  const later = before.flatMap((each): readonly Sha256[] => {
    const drawnBefore = told(each, panelReview.MemberDrawnSchema);
    return drawnBefore?.seat === seat ? [drawnBefore.laterCommitment as Sha256] : [];
  });
  const digests = before.flatMap((each): readonly Sha256[] => {
    const frozen = told(each, panelReview.PanelOpenedSchema);
    if (frozen) return [byName<Sha256>(frozen.rosterDigest)[roleOf(party)] ?? NONE];
    const noted = told(each, panelReview.RosterNotedSchema);
    return noted?.status === 'filled-up' && noted.side === party ? [noted.rosterDigest as Sha256] : [];
  });
  const nonces = before.flatMap((each): readonly (readonly [string, Sha256])[] => {
    const noted = told(each, panelReview.DrawNotedSchema);
    return noted?.status === 'nonce-committed' && noted.seat === seat && noted.draw === record.draw
      ? [[roleOf(noted.side), noted.commitment as Sha256]]
      : [];
  });
  const published = {
    commitment: [...ahead, ...later][record.draw - 1] ?? null,
    nonces: Object.fromEntries(nonces),
    rosterDigest: digests.at(-1) ?? NONE,
  };
  return [{ heldAt: event.time, party, record, before: published }];
}

function teamDrawn(event: PublicEvent, before: readonly PublicEvent[]): readonly HeldDraw[] {
  const team = told(event, panelReview.CrisisTeamDrawnSchema);
  // One that serves already was drawn for another request.
  if (!team || team.drawnAt !== team.calledAt) return [];
  const { hotlineId } = team;
  const ofRequest = <M extends { readonly hotlineId: string }>(each: M | undefined): readonly M[] =>
    each?.hotlineId === hotlineId ? [each] : [];
  const opened = before.flatMap((each) => ofRequest(told(each, panelReview.CrisisDrawsOpenedSchema))).at(-1);
  const due = before
    .flatMap((each) => ofRequest(told(each, intake.CrisisTeamNeededSchema)))
    .findLast(({ step }) => step === 'due');
  const added = JSON.parse(due?.nonces ?? '[]') as readonly DrawNonce[];
  return (JSON.parse(team.draws) as readonly DrawRecord[]).map((record) => {
    const role = record.seat.startsWith('asking') ? 'asking' : 'asked';
    const published = {
      commitment: byName<Sha256>(opened?.commitments ?? '')[record.seat] ?? null,
      nonces: Object.fromEntries(added.map(({ of, commitment }) => [of, commitment])),
      rosterDigest: byName<Sha256>(opened?.rosterDigests ?? '')[role] ?? NONE,
    };
    const party = team.members.find(({ personId }) => personId === record.drawn)?.side ?? '';
    return { heldAt: event.time, party, record, before: published };
  });
}

const byName = <V>(json: string): Readonly<Record<string, V>> =>
  json === '' ? {} : (JSON.parse(json) as Readonly<Record<string, V>>);
