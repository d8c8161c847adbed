import { isSha256, isUuid, parseInstant, parseIsoDate } from '@parley/kernel';
import { DOCKET_NUMBER } from './case-name';
import { type Fault, faults, type FieldRule } from './fault';

const textThat =
  (test: (text: string) => boolean, otherwise: Fault): FieldRule =>
  (value) =>
    typeof value !== 'string' ? faults.notText : test(value) ? undefined : otherwise;

export const dateRule: FieldRule = textThat((text) => parseIsoDate(text) !== undefined, faults.notADate);
export const instantRule: FieldRule = textThat((text) => parseInstant(text) !== undefined, faults.notAnInstant);
export const uuidRule: FieldRule = textThat(isUuid, faults.notAUuid);
export const caseNameRule: FieldRule = textThat((text) => isUuid(text) || DOCKET_NUMBER.test(text), faults.namesNoCase);
export const sha256Rule: FieldRule = textThat(isSha256, faults.notASha256);
export const booleanRule: FieldRule = (value) => (typeof value === 'boolean' ? undefined : faults.notABoolean);

export const enumRule =
  (values: readonly string[]): FieldRule =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : faults.notOneOf(values);

export const intRule =
  (min: number, max: number): FieldRule =>
  (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return faults.notAnInteger;
    if (value < min) return faults.tooSmall(min);
    return value > max ? faults.tooLarge(max) : undefined;
  };

export const objectRule: FieldRule = (value) => (isObject(value) ? undefined : faults.notAnObject);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface ListLimits {
  /** 0 when left out. */
  readonly min?: number;
  readonly max: number;
  /** No entry may be given twice; for lists of plain values. */
  readonly unique?: boolean;
}

/** A list within limits whose entries each keep a rule. */
export function listRule({ min = 0, max, unique = false }: ListLimits, ofEntry: FieldRule): FieldRule {
  return (value) => {
    if (!Array.isArray(value)) return faults.notAList;
    const entries: readonly unknown[] = value;
    if (entries.length < min) return faults.tooFew(min);
    if (entries.length > max) return faults.tooMany(max);
    for (const [index, entry] of entries.entries()) {
      const fault = ofEntry(entry) ?? (unique && entries.indexOf(entry) < index ? faults.repeated : undefined);
      if (fault) return { ...fault, at: `/${index}${fault.at ?? ''}` };
    }
    return undefined;
  };
}
