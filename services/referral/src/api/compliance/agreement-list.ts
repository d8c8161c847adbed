import { parseInstant } from '@parley/kernel';
import {
  limitOf,
  openPosition,
  problemCatalogue,
  ProblemError,
  sealPosition,
  type CursorCodec,
  type PageRequest,
  type PageShown,
} from '@parley/http';
import type { EventStore } from '@parley/event-store';
import type { ReadModel } from '@parley/projections';
import type { AgreementPlace, AgreementReader, ListedAgreement } from '../../projections/agreement-reader';

/** How long a list waits for a write that its reader has made. */
const PATIENCE_MS = 2_000;

/** Pages of agreements from the read model, the newest first. */
export class AgreementList {
  constructor(
    private readonly reader: AgreementReader,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  /** @throws ProblemError 400 for a cursor of another list */
  async page<Status extends 'in-force' | 'proposed', Item>(
    status: Status,
    request: PageRequest,
    show: (listed: ListedAgreement<Status>) => Item,
  ): Promise<PageShown<Item>> {
    if (request.after !== undefined) await this.runner.waitFor(openPosition(this.cursors, request.after), PATIENCE_MS);
    const limit = limitOf(request);
    const scope = `agreements:${status}`;
    const from = request.cursor === undefined ? undefined : placeIn(this.cursors.open(scope, request.cursor));
    const rows = await this.reader.list(status, limit + 1, from);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(show),
      next: last ? this.cursors.seal(scope, [last.listedAt, last.id]) : null,
      asOf: {
        position: sealPosition(this.cursors, this.runner.status().position ?? this.store.start),
        recordedAt: null,
      },
    };
  }
}

function placeIn(opened: unknown): AgreementPlace {
  const [at, id] = (Array.isArray(opened) ? opened : []) as readonly unknown[];
  const listedAt = typeof at === 'string' ? parseInstant(at) : undefined;
  if (listedAt === undefined || typeof id !== 'string') throw new ProblemError(problemCatalogue.cursorInvalid);
  return { listedAt, id };
}
