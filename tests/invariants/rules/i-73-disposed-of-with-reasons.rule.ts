import { canonicalJson, type Side, type Text } from '@parley/kernel';
import type { CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

interface Seats {
  readonly seated: readonly { readonly member: string; readonly nominatedBy: Side }[];
  readonly all: number;
}

/** The seats when the deliberation closed, and who sat on them, as its record says. */
const seatsOf = ({ deliberation }: CaseHistory): Seats => {
  const closed = deliberation.flatMap(({ event }) => (event.type === 'DeliberationClosed' ? event.data : []))[0];
  return { seated: closed?.seated ?? [], all: closed?.seats ?? 0 };
};

/** More than half of the seats, and one of each side. */
const carries = (members: Iterable<string>, { seated, all }: Seats): boolean => {
  const named = new Set(members);
  const sides = seated.filter(({ member }) => named.has(member)).map(({ nominatedBy }) => nominatedBy);
  return sides.length > all / 2 && sides.includes('complainant') && sides.includes('respondent');
};

/** Who said what last, of all the events that say it. */
function lastOf<Said>(
  { deliberation }: CaseHistory,
  says: (event: CaseHistory['deliberation'][number]['event']) => readonly [who: string, said: Said] | undefined,
): ReadonlyMap<string, Said> {
  const last = new Map<string, Said>();
  for (const { event } of deliberation) {
    const [who, said] = says(event) ?? [];
    if (who !== undefined && said !== undefined) {
      last.delete(who);
      last.set(who, said);
    }
  }
  return last;
}

/** What an objection came to, counted anew by hand. */
function disposedAnew(each: CaseHistory, objectionId: string): string {
  const votes = lastOf(each, (event) =>
    (event.type === 'ObjectionVoteCast' || event.type === 'ObjectionVoteChanged') &&
    event.data.objectionId === objectionId
      ? [event.data.member, event.data.on]
      : undefined,
  );
  const voters = (on: string) => [...votes].filter(([, said]) => said === on).map(([member]) => member);
  return ['sustained', 'not-sustained'].find((outcome) => carries(voters(outcome), seatsOf(each))) ?? 'not-agreed';
}

/**
 * Each objection of a reply that had come, and stood, when the deliberation closed is in the findings with what its
 * votes came to, and a claim is not screened if one of those against it was sustained, and only then. A late entry that
 * counts only once the findings are written leaves them as they are (I-19).
 */
export const objectionsDisposedOf = ofEachCase('I-73', (each) =>
  each.panel.flatMap(({ event, recorded: written }) => {
    if (event.type !== 'FindingsWritten') return [];
    const isRepudiated = each.intake.some(
      ({ event: said }) =>
        said.type === 'ActRepudiated' && said.data.kind === 'reply' && said.occurredAt <= event.occurredAt,
    );
    const raised = each.intake.flatMap(({ event: filed, recorded }) =>
      (filed.type === 'ReplyFiled' || filed.type === 'ReplyLapseSetAside') &&
      filed.occurredAt <= event.occurredAt &&
      recorded.recordedAt <= written.recordedAt &&
      !isRepudiated
        ? filed.data.reply.objections
        : [],
    );
    const { disposals, findings } = event.data;
    const wanted = raised.map(({ kind }, index) => {
      const id = `objection:${String(index + 1)}`;
      return `${id} ${kind} ${disposedAnew(each, id)}`;
    });
    const given = disposals.map(({ objectionId, kind, outcome }) => `${objectionId} ${kind} ${outcome}`);
    const names = (claimId: string): boolean =>
      raised.some(
        ({ claims }, index) =>
          wanted[index]?.endsWith(' sustained') === true && (claims === undefined || claims.includes(claimId)),
      );
    const ofRespondent = new Set(
      each.panel.flatMap(({ before }) =>
        before.status === 'opened' ? before.claims.flatMap(({ id, claimant }) => (claimant ? [id] : [])) : [],
      ),
    );
    const wrong = findings.filter(
      ({ claimId, outcome }) => (outcome === 'not-screened') !== (names(claimId) && !ofRespondent.has(claimId)),
    );
    return [
      ...(canonicalJson(wanted) === canonicalJson(given)
        ? []
        : [`objections come to ${wanted.join(', ')}, and the findings say ${given.join(', ')}`]),
      ...wrong.map(({ claimId, outcome }) => `claim ${claimId} is ${outcome}`),
    ];
  }),
);

/** The texts that were laid down, by digest, with the claim and the outcome that each is for. */
const laidDown = ({ deliberation }: CaseHistory) =>
  deliberation.flatMap(({ event }) => (event.type === 'ReasonsGiven' ? [event.data] : []));

/** The text that the majority of a claim had adopted by the close, by what was recorded since its last replacement. */
function adoptedAnew(each: CaseHistory, claimId: string, outcome: string): readonly Text[] | null {
  const since = each.deliberation.findLastIndex(
    ({ event }) => event.type === 'SayingsSetAside' && event.data.claimIds.includes(claimId),
  );
  const said = { ...each, deliberation: each.deliberation.slice(since + 1) };
  const votes = lastOf(said, (event) =>
    (event.type === 'VoteCast' || event.type === 'VoteChanged') && event.data.claimId === claimId
      ? [event.data.member, event.data.on]
      : undefined,
  );
  const adopts = lastOf(said, (event) =>
    (event.type === 'ReasonsGiven' || event.type === 'ReasonsAdopted') &&
    event.data.claimId === claimId &&
    event.data.supports === outcome
      ? [event.data.member, event.data.digest]
      : undefined,
  );
  const text = laidDown(said).find(({ digest }) =>
    carries(
      [...adopts].flatMap(([member, own]) => (own === digest && votes.get(member) === outcome ? [member] : [])),
      seatsOf(each),
    ),
  );
  return text?.text ?? null;
}

/** A finding that a majority carried has the reasons which it adopted in time, or notes that there are none. */
export const adoptedReasons = ofEachCase('I-73', (each) =>
  each.panel.flatMap(({ event }) => {
    if (event.type !== 'FindingsWritten') return [];
    return event.data.findings.flatMap(({ claimId, outcome, reasons }) => {
      const isCarried = outcome === 'substantiated' || outcome === 'not-substantiated';
      const wanted = isCarried ? adoptedAnew(each, claimId, outcome) : null;
      return canonicalJson(wanted) === canonicalJson(reasons?.text ?? null)
        ? []
        : [`claim ${claimId} is ${outcome} with reasons that its majority did not adopt, or without those it did`];
    });
  }),
);
