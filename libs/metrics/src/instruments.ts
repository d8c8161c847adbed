import { metrics, type Attributes, type Meter, type MeterProvider } from '@opentelemetry/api';

/**
 * Labels of a measurement: names out of the program, such as a consumer's or a category's, and never anything of a case
 * or a person.
 */
export type Labels = Readonly<Record<string, string>>;

export interface InstrumentDescription {
  readonly name: string;
  readonly description: string;
  /** As UCUM writes it: `s`, `By`. */
  readonly unit?: string;
}

type Measure = (value: number, labels?: Labels) => void;

/** Counts up: `add(1)`. */
export const counter = (described: InstrumentDescription): Measure =>
  whereItIsRead((meter) => {
    const instrument = meter.createCounter(described.name, optionsOf(described));
    return (value, labels) => instrument.add(value, labels);
  });

/** Sorts measurements into buckets with these upper bounds. */
export const histogram = (described: InstrumentDescription & { readonly buckets: readonly number[] }): Measure =>
  whereItIsRead((meter) => {
    const advice = { explicitBucketBoundaries: [...described.buckets] };
    const instrument = meter.createHistogram(described.name, { ...optionsOf(described), advice });
    return (value, labels) => instrument.record(value, labels);
  });

/** Shows the last value. */
export const gauge = (described: InstrumentDescription): Measure =>
  whereItIsRead((meter) => {
    const instrument = meter.createGauge(described.name, optionsOf(described));
    return (value, labels) => instrument.record(value, labels);
  });

export const METER = 'parley';

const optionsOf = ({ description, unit }: InstrumentDescription) => ({
  description,
  ...(unit === undefined ? {} : { unit }),
});

/**
 * An instrument that was made before metrics were started would stay silent for ever. So it is made at its first use
 * after the start.
 */
function whereItIsRead(create: (meter: Meter) => (value: number, labels: Attributes | undefined) => void): Measure {
  let provider: MeterProvider | undefined;
  let measure: ((value: number, labels: Attributes | undefined) => void) | undefined;
  return (value, labels) => {
    const current = metrics.getMeterProvider();
    if (measure === undefined || provider !== current) {
      provider = current;
      measure = create(current.getMeter(METER));
    }
    measure(value, labels);
  };
}
