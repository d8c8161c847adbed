import type { Instant } from '@parley/kernel';

/** Something that happened to the content, as PREMIS 3.0 knows it. */
export interface PreservationEvent {
  /** Of the Library of Congress's vocabulary of event types, such as `ingestion`. */
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

/** The events as PREMIS 3.0 XML. */
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
