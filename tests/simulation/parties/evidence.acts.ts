import { sha256 } from '@parley/event-store';
import { plusMillis, type Sha256 } from '@parley/kernel';
import {
  REDACTION_REASONS,
  type Exhibit,
  type OfferedPublicVersion,
  type ReferredBytes,
} from '../../../services/evidence/src/exhibits/exhibit-commands.rules';
import { LAYER_NAMES, type RedactionCheck } from '../../../services/evidence/src/public-version/redaction.rules';
import { couldBe } from '../../../services/evidence/src/uploads/formats.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import { RULE_SET_VERSION } from '../secretariat/secretariat';
import type { Offer } from './attempt';
import { exhibitPrefix, otherCountry } from './countries';
import { english } from './texts';

/** Bytes that were uploaded: now and then by the other party, never, or with another digest. */
export function bytes(
  { countries, party }: View,
  uploadId: string,
  content: string,
  random: SeededRandom,
): ReferredBytes {
  const digest = sha256(content);
  const named: Sha256 = random.percent(4) ? sha256('something else') : digest;
  const uploader = random.percent(4) ? otherCountry(countries, party) : party;
  const seen = { digest, sizeBytes: content.length, couldBe: couldBe(Buffer.from(content)) };
  const upload = random.percent(4) ? null : { uploadId, party: uploader, ...seen };
  // One in sixteen texts is called a picture.
  const mediaType = digest.startsWith('0') ? 'image/png' : 'text/plain';
  return { uploadId, digest: named, fileName: 'notice.txt', mediaType, upload };
}

/** A public version with the result of the search of its layers, which most often finds nothing. */
function versionOf(view: View, uploadId: string, content: string, random: SeededRandom): OfferedPublicVersion {
  const reason = random.pick(REDACTION_REASONS);
  const passed: RedactionCheck = { kind: 'passed', format: 'text', searched: LAYER_NAMES };
  const failed = random.pick<RedactionCheck>([
    { kind: 'found', layer: random.pick(LAYER_NAMES), passage: 0 },
    { kind: 'hidden-layer', layer: random.pick(LAYER_NAMES) },
    { kind: 'nothing-named' },
    { kind: 'too-short', passage: 0 },
    { kind: 'uncheckable' },
    { kind: 'too-large' },
  ]);
  return {
    bytes: bytes(view, uploadId, content, random),
    reason,
    removals: [{ reason, passages: 1 }],
    check: random.percent(80) ? passed : failed,
  };
}

export const exhibitsOf = ({ evidence }: View): readonly Exhibit[] =>
  evidence.status === 'unknown' ? [] : [...evidence.exhibits.values()];
const numberOf = (view: View, random: SeededRandom): string =>
  random.pick([...exhibitsOf(view).flatMap(({ number }) => [number, number, number]), 'XXX-99']);

const ownOf = (view: View): readonly Exhibit[] => exhibitsOf(view).filter(({ party }) => party === view.party);

/**
 * The number of an exhibit to be corrected. Mostly none, else one of the side's own, now and then one that has been
 * corrected already.
 */
function corrected(own: readonly Exhibit[], random: SeededRandom): string | null {
  const wrong = own.filter(({ correctedBy }) => correctedBy !== null);
  if (own.length > 0 && random.percent(20))
    return random.pick(wrong.length > 0 && random.percent(40) ? wrong : own).number;
  return random.percent(2) ? 'XXX-99' : null;
}

/** The number of an exhibit of the other side that is answered, mostly the last one; most often none. */
function answered(view: View, random: SeededRandom): string | null {
  const [leave] = view.evidence.status === 'unknown' ? [] : view.evidence.leaves.toReversed();
  if (leave && random.percent(30)) return leave.request;
  const others = exhibitsOf(view).filter(({ party }) => party !== view.party);
  if (others.length === 0 || !random.percent(30)) return random.percent(2) ? 'XXX-99' : null;
  return (random.percent(70) ? others.at(-1) : random.pick(others))?.number ?? null;
}

/** Claims that an exhibit goes to: mostly the first one, or those that came during the review. */
function claimsFor({ panel }: View, random: SeededRandom): readonly string[] {
  const late = panel.status === 'opened' ? panel.lateClaims.at(-1) : undefined;
  if (late && random.percent(60)) return random.percent(90) ? late.claims : [...late.claims, 'C1'];
  return random.percent(6) ? ['C9'] : ['C1'];
}

/** A new exhibit, or one that corrects another, then usually for the same readers. */
export function filing(
  view: View,
  corrects: string | null,
  random: SeededRandom,
): Extract<Offer, { desk: 'evidence' }> {
  const own = ownOf(view);
  const uploadId = own.length > 0 && random.percent(10) ? random.pick(own).uploadId : `upload-${view.serial}`;
  const drawn = random.pick(['PUBLIC', 'PANEL', 'PANEL', 'PARTIES'] as const);
  const wrong = own.find(({ number }) => number === corrects);
  const at = plusMillis(view.now, random.percent(4) ? 60_000 : -60_000);
  const withVersion = random.percent(15);
  return {
    desk: 'evidence',
    caseId: view.caseId,
    command: {
      type: 'FileExhibit',
      ...official('desk', view),
      prefix: exhibitPrefix(view.party),
      ruleSetVersion: RULE_SET_VERSION,
      writtenIn: random.pick(['en', 'en', 'zh-Hans', 'both', 'none'] as const),
      corrects,
      answers: answered(view, random),
      bytes: bytes(view, uploadId, `content of ${uploadId}`, random),
      title: english('Notice'),
      tier: wrong && random.percent(80) ? wrong.tier : drawn,
      claims: claimsFor(view, random),
      custody: { from: 'Desk', to: 'Registry', at, purpose: 'Filing' },
      publicVersion: withVersion ? versionOf(view, `public-${view.serial}`, `part of ${uploadId}`, random) : null,
    },
  };
}

export const evidenceActs: readonly ActKind[] = [
  {
    name: 'FileExhibit',
    answers: ['reply', 'consultations', 'review'],
    offer: (view, random) => filing(view, corrected(ownOf(view), random), random),
  },
  {
    name: 'FilePublicVersion',
    answers: [],
    offer(view, random) {
      const number = numberOf(view, random);
      const exhibit = exhibitsOf(view).find((each) => each.number === number);
      const owner = exhibit && random.percent(90) ? { ...view, party: exhibit.party } : view;
      const content = exhibit && random.percent(8) ? `content of ${exhibit.uploadId}` : `public part ${view.serial}`;
      const command = {
        type: 'FilePublicVersion',
        ...official('desk', owner),
        number,
        ...versionOf(owner, `version-${view.serial}`, content, random),
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
  {
    name: 'HandOverCustody',
    answers: [],
    offer(view, random) {
      const number = numberOf(view, random);
      const exhibit = exhibitsOf(view).find((each) => each.number === number);
      const last = exhibit?.custody.at(-1);
      const asRegistry = random.percent(40);
      const owner = exhibit && random.percent(85) ? { ...view, party: exhibit.party } : view;
      const at = random.percent(85)
        ? view.now
        : plusMillis(random.percent(50) ? view.now : (last?.at ?? view.now), random.pick([-60_000, 60_000]));
      const from = last && random.percent(90) ? last.to : 'Somebody';
      const entry = { from, to: random.pick(['Registry', 'Vault', 'Expert']), at, purpose: 'Study' };
      const act = {
        type: 'HandOverCustody',
        ...official(asRegistry ? 'registry' : 'desk', owner),
        asRegistry,
        number,
        entry,
      } as const;
      const came = { channel: 'Post', cameAt: view.now, original: sha256(view.serial), outages: [] };
      const claim = {
        type: 'ClaimLateEntry',
        ...{ by: act.by, party: act.party, receivedAt: act.receivedAt, ...came },
        office: 'registry',
        paper: true,
        ...{ entryId: view.serial, act },
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command: asRegistry ? claim : act };
    },
  },
  {
    name: 'NoteDamage',
    answers: [],
    offer(view, random) {
      if (!random.percent(15)) return undefined;
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: {
          type: 'NoteDamage',
          number: numberOf(view, random),
          copy: 'original',
          found: random.pick(['missing', sha256('decay')] as const),
          at: view.now,
        },
      };
    },
  },
];
