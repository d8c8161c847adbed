import { contextOf, derivedUuid, type RecordedEvent } from '@parley/event-store';

/** A message that told of an event: what its id is made of, and where the event stands that it tells. */
export interface ToldMessage {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** The context that told it. */
  readonly context: string;
  /** The event's revision. */
  readonly sequence: number;
  /** When the event was recorded. */
  readonly recordedAt: string;
}

const ID_BYTES = 16;
const FIRST_ROOM = 1_024;

/**
 * The events that a walk has come by, each by its id and by the place that a message gives of it. It takes about 40
 * bytes for an event, so 40 MB for a million, and answers without asking anybody.
 */
export class SeenEvents {
  #count = 0;
  #room = FIRST_ROOM;
  #ids = Buffer.alloc(FIRST_ROOM * ID_BYTES);
  #places = new Uint32Array(FIRST_ROOM);
  #byId = emptyIndex(FIRST_ROOM);
  #byPlace = emptyIndex(FIRST_ROOM);

  add({ eventId, stream, revision, recordedAt }: RecordedEvent): void {
    const id = bytesOf(eventId);
    if (!id || this.has(eventId)) return;
    if (this.#count === this.#room) this.#grow();
    id.copy(this.#ids, this.#count * ID_BYTES);
    this.#places[this.#count] = hashOf(placeOf(contextOf(stream), revision, recordedAt));
    this.#enter(this.#count);
    this.#count += 1;
  }

  has(eventId: string): boolean {
    const id = bytesOf(eventId);
    return id !== undefined && this.#found(this.#byId, id.readUInt32LE(), (at) => this.#idAt(at).equals(id));
  }

  /** Whether the event is there that a message tells: its id is a function of the event's. */
  hasToldBy({ id, type, subject, context, sequence, recordedAt }: ToldMessage): boolean {
    const place = hashOf(placeOf(context, sequence, recordedAt));
    return this.#found(
      this.#byPlace,
      place,
      (at) => this.#places[at] === place && derivedUuid(uuidOf(this.#idAt(at)), type, subject) === id,
    );
  }

  #found(index: Int32Array, hash: number, is: (at: number) => boolean): boolean {
    for (let slot = hash % index.length; ; slot = (slot + 1) % index.length) {
      const at = index[slot] ?? NONE;
      if (at === NONE) return false;
      if (is(at)) return true;
    }
  }

  #enter(at: number): void {
    put(this.#byId, this.#ids.readUInt32LE(at * ID_BYTES), at);
    put(this.#byPlace, this.#places[at] ?? 0, at);
  }

  #grow(): void {
    this.#room *= 2;
    const [ids, places] = [this.#ids, this.#places];
    this.#ids = Buffer.alloc(this.#room * ID_BYTES);
    ids.copy(this.#ids);
    this.#places = new Uint32Array(this.#room);
    this.#places.set(places);
    [this.#byId, this.#byPlace] = [emptyIndex(this.#room), emptyIndex(this.#room)];
    for (let at = 0; at < this.#count; at += 1) this.#enter(at);
  }

  #idAt(at: number): Buffer {
    return this.#ids.subarray(at * ID_BYTES, (at + 1) * ID_BYTES);
  }
}

const NONE = -1;

const emptyIndex = (room: number): Int32Array => new Int32Array(room * 2).fill(NONE);

function put(index: Int32Array, hash: number, at: number): void {
  let slot = hash % index.length;
  while (index[slot] !== NONE) slot = (slot + 1) % index.length;
  index[slot] = at;
}

const placeOf = (context: string, revision: number, recordedAt: string): string =>
  `${context} ${String(revision)} ${recordedAt}`;

/** FNV-1a. Two places with one hash cost a look more, and nothing else. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The bytes of a UUID; nothing for any other text. */
function bytesOf(id: string): Buffer | undefined {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return bytes.length === ID_BYTES && uuidOf(bytes) === id ? bytes : undefined;
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
