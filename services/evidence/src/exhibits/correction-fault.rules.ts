import { refuse, type Instant, type PartyCode, type RefusalReason, type Refused } from '@parley/kernel';
import type { KnownCase, OwnEvidence } from '../casefile/casefile.rules';
import { allAmong } from '../readers/readers.rules';
import type { Original } from '../translations/translations.rules';
import { formatOf } from '../uploads/formats.rules';
import type { FiledBytes, FileExhibit, ReferredBytes } from './exhibit-commands.rules';

export const exhibitsRefusals = {
  screeningEnded: { code: 'screening-ended', rule: 'I-26', en: 'The screening has ended.', 'zh-Hans': '审查已结束。' },

  longStopPassed: {
    code: 'long-stop-passed',
    rule: 'I-17',
    en: 'The long-stop has passed.',
    'zh-Hans': '最长期限已过。',
  },

  tooManyExhibits: {
    code: 'too-many-exhibits',
    rule: 'I-33',
    en: 'A party files at most 2,000 exhibits in a case.',
    'zh-Hans': '一方在一案中最多提交 2,000 件证物。',
  },

  uploadUsed: {
    code: 'upload-already-exhibited',
    rule: 'I-35',
    en: 'This upload is an exhibit of the case already, with other particulars. What is accepted is not changed.',
    'zh-Hans': '该上传内容已作为本案证物提交，且其他事项不同。已受理的内容不得更改。',
  },

  uploadUnknown: {
    code: 'upload-unknown',
    rule: 'I-33',
    status: 422,
    en:
      'There is no finished upload of your party with this id; an upload that nothing refers ' +
      'to is kept for 24 hours.',
    'zh-Hans': '没有贵方以此编号完成的上传；未被引用的上传仅保留 24 小时。',
  },

  digestDiffers: {
    code: 'digest-differs',
    rule: 'I-33',
    status: 422,
    en: 'The digest named is not that of the bytes received.',
    'zh-Hans': '所载摘要值与收到的内容不符。',
  },

  contentNotItsType: {
    code: 'content-not-its-type',
    rule: 'I-33',
    status: 422,
    en:
      'The file does not begin as one of its media type does. Name the type that it is, or ' +
      'application/octet-stream where you cannot tell, and send this again: the upload is kept. ' +
      'Or upload another file.',
    'zh-Hans':
      '文件开头的内容与所载媒体类型不符。请载明其实际类型（无法确定时填 application/octet-stream）后重新发送，上传内容仍予保留；或另行上传文件。',
  },

  unknownClaim: {
    code: 'unknown-claim',
    rule: 'S2',
    status: 422,
    en: 'The exhibit names a claim that is not in the grievance.',
    'zh-Hans': '该证物所指的主张不在申诉之中。',
  },

  custodyInFuture: {
    code: 'custody-in-the-future',
    rule: 'I-34',
    status: 422,
    en: 'A hand-over is entered when it has happened.',
    'zh-Hans': '移交须在发生之后记录。',
  },

  custodyOutOfOrder: {
    code: 'custody-out-of-order',
    rule: 'I-34',
    status: 422,
    en: 'A hand-over is not earlier than the one before it.',
    'zh-Hans': '移交时间不得早于上一次移交。',
  },

  custodyChainBroken: {
    code: 'custody-chain-broken',
    rule: 'I-34',
    status: 422,
    en: 'A hand-over is made by whoever received the exhibit last.',
    'zh-Hans': '移交须由最后接收该证物者作出。',
  },

  unknownCorrected: {
    code: 'unknown-corrected',
    rule: 'I-35',
    status: 422,
    en: 'The exhibit that this one would put right is no exhibit of your party in this case.',
    'zh-Hans': '所要更正的证物并非贵方在本案中提交的证物。',
  },

  correctedAlready: {
    code: 'corrected-already',
    rule: 'I-35',
    en: 'Another exhibit puts this one right already. Put that one right instead.',
    'zh-Hans': '该证物已有更正件，请对更正件再行更正。',
  },

  correctionNarrower: {
    code: 'correction-narrower',
    rule: 'I-42',
    status: 422,
    en: 'Everybody who reads an exhibit reads what puts it right: choose a tier with at least the same readers.',
    'zh-Hans': '凡可查阅原证物者均可查阅其更正件，请选择读者范围不小于原证物的级别。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The case with one of its exhibits or documents replaced. */
export const withOriginal = <State extends OwnEvidence>(state: State, original: Original): State =>
  'into' in original
    ? { ...state, documents: new Map(state.documents).set(original.number, original) }
    : { ...state, exhibits: new Map(state.exhibits).set(original.number, original) };

/**
 * Why a correction is refused. What is accepted never changes: a correction is another exhibit that points back, and
 * both stay (I-35). Everybody who reads the wrong one must read the right one.
 */
export function correctionFault(
  { corrects, party, tier }: Pick<FileExhibit, 'corrects' | 'party' | 'tier'>,
  { exhibits }: KnownCase,
) {
  if (corrects === null) return undefined;
  const corrected = exhibits.get(corrects);
  if (corrected?.party !== party) return refuse(exhibitsRefusals.unknownCorrected, '/corrects');
  if (corrected.correctedBy !== null) return refuse(exhibitsRefusals.correctedAlready, '/corrects');
  return allAmong(corrected.tier, tier) ? undefined : refuse(exhibitsRefusals.correctionNarrower, '/tier');
}

/**
 * Why evidence is refused by time. It is taken from the filing until the screening has ended, and never at or after the
 * long-stop, even when this service has not heard of the lapse. What was received before that end is in time, however
 * late this service hears of the end or of the act (I-19).
 */
export function notOpenForEvidence(state: KnownCase, receivedAt: Instant) {
  if (state.status === 'ended' && receivedAt >= state.endedAt) return refuse(exhibitsRefusals.screeningEnded);
  const longStop = state.registration?.longStop ?? null;
  return longStop !== null && receivedAt >= longStop ? refuse(exhibitsRefusals.longStopPassed) : undefined;
}

/**
 * The bytes of an upload that a party refers to. An upload of the other party is answered as if it did not exist.
 * @param path of the object that holds `uploadId`, `digest` and `mediaType`, as a JSON pointer
 */
export function bytesReferredTo(
  { upload, digest, fileName, mediaType }: ReferredBytes,
  party: PartyCode,
  path: string,
) {
  if (upload?.party !== party) return refuse(exhibitsRefusals.uploadUnknown, `${path}/uploadId`);
  if (upload.digest !== digest) return refuse(exhibitsRefusals.digestDiffers, `${path}/digest`);
  const format = formatOf(mediaType);
  if (format && upload.couldBe?.includes(format) === false)
    return refuse(exhibitsRefusals.contentNotItsType, `${path}/mediaType`);
  const bytes: FiledBytes = { digest, sizeBytes: upload.sizeBytes, fileName, mediaType };
  return bytes;
}

export const isRefused = <Bytes extends FiledBytes | Refused>(bytes: Bytes): bytes is Extract<Bytes, Refused> =>
  'kind' in bytes;
