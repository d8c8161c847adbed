/** What the rule reads of a mark. */
export interface Marked {
  readonly party: string;
  readonly passages: readonly string[];
  readonly reason: string;
  /** Whether both co-chairs gave leave. */
  readonly leave: boolean;
}

interface Said {
  readonly text: readonly { readonly lang: string; readonly text: string }[];
}

/** What the rule reads of a finding. */
export interface Found {
  readonly claimId: string;
  readonly outcome: string;
  readonly reasons: Said | null;
  readonly statements: { readonly complainant: Said | null; readonly respondent: Said | null } | null;
}

export interface Sides {
  readonly complainant: string;
  readonly respondent: string;
}

const WHOSE = new Map([
  ['en C', '[left out on the complainant’s mark]'],
  ['en R', '[left out on the respondent’s mark]'],
  ['en CR', '[left out on marks of both]'],
  ['zh-Hans C', '［应申诉方标记略去］'],
  ['zh-Hans R', '［应被申诉方标记略去］'],
  ['zh-Hans CR', '［应双方标记略去］'],
]);

/** Which characters of a text stand in some occurrence of a passage, one by one. */
function maskOf(text: string, passages: readonly string[]): readonly boolean[] {
  const mask = Array.from({ length: text.length }, () => false);
  for (const passage of passages)
    for (let start = 0; start + passage.length <= text.length; start++)
      if (text.startsWith(passage, start)) mask.fill(true, start, start + passage.length);
  return mask;
}

const countOf = (mask: readonly boolean[]): number => mask.filter(Boolean).length;
const runsIn = (mask: readonly boolean[]): number => mask.filter((is, at) => is && mask[at - 1] !== true).length;

/** Every text with its place: the claim, whose it is and its language. */
export const placesIn = (findings: readonly Found[]) =>
  findings.flatMap(({ claimId, reasons, statements }) =>
    (
      [
        ['reasons', reasons],
        ['complainant', statements?.complainant ?? null],
        ['respondent', statements?.respondent ?? null],
      ] as const
    ).flatMap(([part, said]) => (said?.text ?? []).map(({ lang, text }) => ({ claimId, part, lang, text }))),
  );

/** True where a side alone may not have so much left out of some text, by what counted of it before. */
export const isTooMuch = (
  findings: readonly Found[],
  before: readonly string[],
  passages: readonly string[],
): boolean =>
  placesIn(findings).some(({ text }) => {
    const mask = maskOf(text, [...before, ...passages]);
    return countOf(maskOf(text, passages)) > 0 && (countOf(mask) > text.length / 3 || runsIn(mask) > 20);
  });

/** Marks that leave something out: each in its turn within what its side may, or with leave. */
export function validOf(findings: readonly Found[], marks: readonly Marked[]): readonly Marked[] {
  const before = new Map<string, string[]>();
  return marks.filter(({ party, passages, leave }) => {
    const own = before.get(party) ?? [];
    if (isTooMuch(findings, own, passages)) return leave;
    before.set(party, [...own, ...passages]);
    return true;
  });
}

/** What everybody is to read, made anew character by character, and how much of it is missing on whose mark. */
export function publishedAnew(findings: readonly Found[], marks: readonly Marked[], sides: Sides) {
  const valid = validOf(findings, marks);
  const of = (party: string, reason?: string): readonly string[] =>
    valid
      .filter((mark) => mark.party === party && (reason === undefined || mark.reason === reason))
      .flatMap(({ passages }) => passages);
  const texts = placesIn(findings).map(({ text, ...place }) => {
    const [ofC, ofR] = [maskOf(text, of(sides.complainant)), maskOf(text, of(sides.respondent))];
    let read = '';
    for (let at = 0; at < text.length;) {
      let [end, byC, byR] = [at, false, false];
      for (; end < text.length && (ofC[end] === true || ofR[end] === true); end++)
        [byC, byR] = [byC || ofC[end] === true, byR || ofR[end] === true];
      const whose = `${byC ? 'C' : ''}${byR ? 'R' : ''}`;
      read += whose === '' ? text.charAt(end) : (WHOSE.get(`${place.lang} ${whose}`) ?? '?');
      at = whose === '' ? end + 1 : end;
    }
    return { ...place, text: read };
  });
  const left = placesIn(findings).flatMap(({ claimId, part, lang, text }) =>
    [sides.complainant, sides.respondent].flatMap((party) =>
      [...new Set(valid.map(({ reason }) => reason))].flatMap((reason) => {
        const n = countOf(maskOf(text, of(party, reason)));
        return n === 0 ? [] : [`${claimId} ${part} ${lang} ${party} ${reason} ${String(n)}/${String(text.length)}`];
      }),
    ),
  );
  return { texts: texts.map((each) => Object.values(each).join(' | ')).sort(), left: left.sort() };
}

/** What the rule reads of a publication. */
export interface Published {
  readonly findings: readonly {
    readonly claimId: string;
    readonly reasons: Said['text'] | null;
    readonly statements: { readonly complainant: Said['text'] | null; readonly respondent: Said['text'] | null } | null;
  }[];
  readonly leftOut: readonly Readonly<Record<string, string | number>>[];
}

/** What was published, in the form of `publishedAnew`. */
export function publishedIn({ findings, leftOut }: Published) {
  const said = (text: Said['text'] | null): Said | null => text && { text };
  const read = findings.map(({ claimId, reasons, statements }) => ({
    ...{ claimId, outcome: '', reasons: said(reasons) },
    statements: statements && {
      complainant: said(statements.complainant),
      respondent: said(statements.respondent),
    },
  }));
  return {
    texts: placesIn(read)
      .map((each) => Object.values(each).join(' | '))
      .sort(),
    left: leftOut
      .map(({ claimId, part, lang, party, reason, characters, of }) =>
        [claimId, part, lang, party, reason, `${String(characters)}/${String(of)}`].join(' '),
      )
      .sort(),
  };
}
