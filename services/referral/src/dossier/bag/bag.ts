import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '@parley/blobs';
import { sha256 } from '@parley/event-store';
import type { Instant, Sha256 } from '@parley/kernel';
import { ZipFile } from 'yazl';

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What `bag-info.txt` says of a bag (RFC 8493, 2.2.2). */
export interface BagInfo {
  readonly docketNumber: string;
  readonly caseId: string;
  readonly description: string;
  /** The instant of the event that issued the bag, never that of the packer's clock. */
  readonly issuedAt: Instant;
  readonly octets: number;
  readonly files: number;
  readonly edition: string;
}

export const bagInfoText = ({ docketNumber, caseId, description, issuedAt, octets, files, edition }: BagInfo): string =>
  [
    `Source-Organization: Secretariat for dispute screening, registry`,
    `External-Identifier: ${docketNumber}`,
    `Internal-Sender-Identifier: ${caseId}`,
    `External-Description: ${description}`,
    `Bagging-Date: ${issuedAt.slice(0, 10)}`,
    `Payload-Oxum: ${String(octets)}.${String(files)}`,
    `Bag-Software-Agent: Parley referral, edition ${edition}`,
    '',
  ].join('\n');

/**
 * The name under which the bytes of dossiers are kept. No other context can remove them, even if a party uploads the
 * same bytes and lets them expire.
 */
export const KEEPER = 'referral';

/** Something that happened to the content, in the terms of PREMIS 3.0. */
export interface PreservationEvent {
  /** A type from the Library of Congress's vocabulary of event types, such as `ingestion`. */
  readonly type:
    'ingestion' | 'transfer' | 'fixity check' | 'information package creation' | 'digital signature generation';
  readonly at: Instant;
  readonly detail: string;
  readonly outcome: string;
  readonly agent: string;
  /** Paths in the bag. */
  readonly objects: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
const element = (name: string, text: string): string => `<premis:${name}>${escape(text)}</premis:${name}>`;

export function premisXml(events: readonly PreservationEvent[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<premis:premis xmlns:premis="http://www.loc.gov/premis/v3" version="3.0">',
    ...objectsXml(events),
    ...events.map(eventXml),
    '</premis:premis>',
    '',
  ].join('\n');
}

function objectsXml(events: readonly PreservationEvent[]): readonly string[] {
  const objects = [...new Set(events.flatMap((event) => event.objects))].toSorted();
  return objects.map((path) =>
    [
      '<premis:object xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="premis:file">',
      `<premis:objectIdentifier>${element('objectIdentifierType', 'path in this bag')}${element('objectIdentifierValue', path)}</premis:objectIdentifier>`,
      `<premis:objectCharacteristics><premis:format><premis:formatDesignation>${element('formatName', 'unknown')}</premis:formatDesignation></premis:format></premis:objectCharacteristics>`,
      '</premis:object>',
    ].join(''),
  );
}

function eventXml({ type, at, detail, outcome, agent, objects }: PreservationEvent, index: number): string {
  return [
    '<premis:event>',
    `<premis:eventIdentifier>${element('eventIdentifierType', 'local')}${element('eventIdentifierValue', `event-${String(index + 1)}`)}</premis:eventIdentifier>`,
    element('eventType', type),
    element('eventDateTime', at),
    `<premis:eventDetailInformation>${element('eventDetail', detail)}</premis:eventDetailInformation>`,
    `<premis:eventOutcomeInformation>${element('eventOutcome', outcome)}</premis:eventOutcomeInformation>`,
    `<premis:linkingAgentIdentifier>${element('linkingAgentIdentifierType', 'local')}${element('linkingAgentIdentifierValue', agent)}</premis:linkingAgentIdentifier>`,
    ...objects.map(
      (path) =>
        `<premis:linkingObjectIdentifier>${element('linkingObjectIdentifierType', 'path in this bag')}${element('linkingObjectIdentifierValue', path)}</premis:linkingObjectIdentifier>`,
    ),
    '</premis:event>',
  ].join('');
}

/** Stores bytes, and checks that the store has kept the same ones. @returns their digest */
export async function putBytes(blobs: BlobStore, bytes: Uint8Array): Promise<Sha256> {
  const digest = sha256(bytes);
  const result = await blobs.put(Readable.from([bytes]), { digest, limitBytes: bytes.byteLength, keeper: KEEPER });
  if (result.kind !== 'stored') throw new Error(`a file of a dossier could not be stored: ${result.kind}`);
  return digest;
}

/**
 * Reads stored bytes that are known to be small, such as a manifest.
 * @throws when they are missing or do not match their digest
 */
export async function readBytes(blobs: BlobStore, digest: Sha256): Promise<Buffer> {
  const blob = await blobs.open(digest);
  if (!blob) throw new Error(`no bytes with digest ${digest}`);
  return buffer(blob.bytes);
}

/** A file to be packed. It is opened when its turn comes, so that only one is open at a time. */
export interface ZipEntry {
  readonly path: string;
  readonly sizeBytes: number;
  open(): Promise<Readable>;
}

const FILE_MODE = 0o100644;
const NOON = 12;

/**
 * A DOS time has no zone and is written from this process's local time. The date is therefore made of local numbers,
 * and at noon, which no zone skips when its clocks change.
 */
const localNoon = (instant: Instant): Date => {
  const [year = 0, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, NOON);
};

/**
 * Packs files into a .zip in the order given, in constant memory. It compresses nothing, because deflate differs
 * between builds of zlib and the same files must give the same bytes (I-51).
 * @param day date of all entries
 */
export function zipStream(entries: readonly ZipEntry[], day: Instant): Readable {
  const zip = new ZipFile();
  const packed = new PassThrough();
  const fail = (error: unknown): void => void packed.destroy(error instanceof Error ? error : new Error(String(error)));
  const mtime = localNoon(day);
  let current: Readable | undefined;
  packed.once('close', () => current?.destroy());
  for (const { path, sizeBytes, open } of entries) {
    zip.addReadStreamLazy(
      path,
      { mtime, mode: FILE_MODE, compress: false, forceDosTimestamp: true, size: sizeBytes },
      (opened) => {
        open().then((bytes) => {
          // A pipe does not pass errors on, and the archive must not end as if the file were whole.
          bytes.once('error', fail);
          current = bytes;
          opened(null, bytes);
        }, fail);
      },
    );
  }
  zip.on('error', fail);
  zip.outputStream.pipe(packed);
  zip.end();
  return packed;
}
