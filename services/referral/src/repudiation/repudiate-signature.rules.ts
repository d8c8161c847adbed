import { accept, type DomainEvent } from '@parley/kernel';
import { runsOnAfterRepudiation, type ClocksOf, type MovesClocks } from '@parley/procedure';
import { clocksIn } from '../referral/known-case.rules';
import { noteScreening, onward } from '../settlement/note-screening.rules';
import type { SettlementEvent } from '../settlement/settlement-refusals.rules';
import type { FiledSettlement, OwnSettlement } from '../settlement/settlement-region.rules';
import { repudiated, type RepudiateAct, type Repudiation } from './repudiation.rules';

/** The signature counts as not given, and with `undoes` the settlement that rested on it as not made. */
export type SignatureRepudiated = DomainEvent<
  'ActRepudiated',
  MovesClocks & Repudiation & { readonly n: number; readonly undoes: boolean }
>;

/** Under which name a side repudiates its signature of a text. */
export const signatureOf = (n: number): string => `text:${String(n)}`;

/**
 * I-67: a side declares by its head of delegation that its signature of a text was not its own. A settlement that
 * rested on it is undone: what was under way before it is under way again, and the text awaits that signature. The
 * window runs to its end, which gives the other side no less than the time of a repudiation.
 */
export function repudiateSignature(command: RepudiateAct, state: FiledSettlement, clocksOf: ClocksOf) {
  const event = repudiated(command, state, clocksOf);
  if ('kind' in event) return event;
  const { act, party } = event.data;
  const n = state.texts.find((text) => signatureOf(text.n) === act)?.n ?? 0;
  const { settled, window, told, parties } = state;
  const undoes = settled?.n === n;
  const opens =
    undoes && settled.phase === 'window' && window && told.registration
      ? [
          runsOnAfterRepudiation(
            window,
            { at: event.occurredAt, party },
            parties,
            clocksIn(told.registration, clocksOf),
          ),
        ]
      : [];
  const undone: SignatureRepudiated = { ...event, data: { ...event.data, n, undoes, opens, closes: [] } };
  const noted = noteScreening(onward(state, [undone]), clocksOf);
  return accept<SettlementEvent>(undone, ...(noted.kind === 'accepted' ? noted.events : []));
}

/** A settlement without a signature, and what was under way before it if both had signed. */
export function withoutSignature(state: OwnSettlement, { data, occurredAt: at }: SignatureRepudiated): OwnSettlement {
  const { n, party, undoes, opens } = data;
  const texts = state.texts.map((text) =>
    text.n === n ? { ...text, signatures: text.signatures.filter((signature) => signature.party !== party) } : text,
  );
  const { settled, ...open } = { ...state, texts };
  if (!undoes || !settled) return { ...state, texts };
  return {
    ...open,
    region: settled.phase,
    conciliations: open.conciliations.map(({ end, ...one }) => (end && end.how !== 'settled' ? { ...one, end } : one)),
    ...(opens[0] ? { window: opens[0] } : {}),
    undone: [...open.undone, { settled, at, party }],
  };
}
