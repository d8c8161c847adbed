import type { ExhibitEver } from './exhibit-ever';
import type { Gap } from './gap';

const NUMBER = /^([A-Z]+)-([1-9]\d*)$/;

/** Exhibits are numbered by party without a gap, so one that vanished from the record leaves one. */
export function numbersMissing(exhibits: Iterable<ExhibitEver>): readonly Gap[] {
  const serials = new Map<string, Set<number>>();
  for (const { number } of exhibits) {
    const [, prefix, serial] = NUMBER.exec(number) ?? [];
    if (prefix === undefined) continue;
    serials.set(prefix, new Set([...(serials.get(prefix) ?? []), Number(serial)]));
  }
  return [...serials].flatMap(([prefix, taken]) =>
    Array.from({ length: Math.max(...taken) }, (_, index) => index + 1)
      .filter((serial) => !taken.has(serial))
      .map((serial) => ({
        kind: 'number-missing',
        subject: `${prefix}-${String(serial)}`,
        detail: '',
        tier: 'PARTIES',
      })),
  );
}
