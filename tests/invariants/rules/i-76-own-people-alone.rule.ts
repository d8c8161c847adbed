import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { Rule } from './rule';

/** Streams in which all is a side's own, with the side at the end of their names. */
const OWN_STREAMS = /^intake\.(registryletters-.+|watchlist)-([A-Z]{2})$/;
/** What is a side's own wherever it stands: the draft of a dossier, its index, and who deleted a contact. */
const OWN_TYPES: readonly string[] = ['DossierRequested', 'DossierAssembled', 'ContactErased'];

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The party that the bytes of an event name as the one whose it is. */
const partyIn = (event: RecordedEvent): string => /"party":"([A-Z]{2})"/.exec(text(event.payload))?.[1] ?? '';

/** An event of a side's own is at the tier of that side alone, says whose it is, and was done by nobody else. */
function wrongInRecord(event: RecordedEvent): readonly string[] {
  const { stream, type, tier, actor } = event;
  const streamOf = OWN_STREAMS.exec(stream)?.[2];
  const isOwn = streamOf !== undefined || OWN_TYPES.includes(type) || tier === 'FILER';
  const says = text(event.payload);
  const of = partyIn(event);
  return [
    ...(isOwn && tier !== 'FILER' ? [`${type} in ${stream} is read at ${tier}`] : []),
    ...(isOwn && of === '' ? [`${type} in ${stream} does not say whose it is`] : []),
    ...(streamOf !== undefined && streamOf !== of ? [`${type} of ${of} in ${stream}`] : []),
    ...(isOwn && actor.kind === 'person' && actor.party !== of
      ? [`${type} of ${of} by ${actor.personId} of ${actor.party ?? 'neither side'}`]
      : []),
    ...(!isOwn && type === 'LetterSent' && says.includes('"addressing":"registry"')
      ? [`a letter to the registry alone in ${stream}`]
      : []),
    ...(!isOwn && says.includes('"withheld":') ? [`${type} in ${stream} counts what a dossier withholds`] : []),
  ];
}

/** Nothing of a side's own is told to other contexts, from which it could come to the other side. */
const wrongInTold = ({ type, tier, data }: PublicEvent): readonly string[] => [
  ...(tier === 'FILER' ? [`${type} is told at FILER`] : []),
  ...(text(data).includes('registry-letter:') ? [`${type} tells a letter to the registry alone`] : []),
];

/** What is a side's own stands on record as its own, and is told to nobody. */
export const ownPeopleAlone: Rule = {
  invariant: 'I-76',
  check: ({ log, told }) => [...log.flatMap(wrongInRecord), ...told.flatMap(wrongInTold)],
};
