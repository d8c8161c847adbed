import { refuse, type RefusalReason } from '@parley/kernel';
import type { RedactionReason } from '../exhibits/exhibit-commands.rules';

const inLayer = <Layer extends LayerName>(layer: Layer, en: string, zh: string) => ({
  code: `passage-in-${layer}` as const,
  rule: 'I-41',
  status: 422 as const,
  en:
    `A passage that was removed still stands in ${en} of the public version. Remove it there too ` +
    'and upload the file anew.',
  'zh-Hans': `已删减的内容仍存在于公开版本的${zh}中。请一并删除后重新上传。`,
});

/** A removed passage was found. The refusal names the layer, and the passage only by its place in the request. */
export const passageIn = {
  text: inLayer('text', 'the text', '正文'),
  metadata: inLayer('metadata', 'the metadata', '元数据'),
  annotations: inLayer('annotations', 'an annotation or a form field', '批注或表单字段'),
  bookmarks: inLayer('bookmarks', 'a bookmark', '书签'),
  attachments: inLayer('attachments', 'an attached file', '附件'),
  'earlier-revisions': inLayer('earlier-revisions', 'an earlier revision', '先前修订'),
  comments: inLayer('comments', 'a comment', '评论'),
  'tracked-changes': inLayer('tracked-changes', 'a tracked change', '修订记录'),
  'hidden-content': inLayer('hidden-content', 'hidden content', '隐藏内容'),
  'data-out-of-sight': inLayer('data-out-of-sight', 'data that no page shows', '未显示的数据'),
} satisfies Record<LayerName, RefusalReason>;

const hidden = <Layer extends HiddenLayer>(layer: Layer, en: string, zh: string) => ({
  code: `public-version-has-${layer}` as const,
  rule: 'I-41',
  status: 422 as const,
  en: `The public version has ${en}, which may hold what was removed. Save it without and upload it anew.`,
  'zh-Hans': `公开版本含有${zh}，其中可能留有已删减的内容。请去除后重新上传。`,
});

type HiddenLayer = Exclude<LayerName, 'text' | 'bookmarks'>;

/** Layers that a public version may not have, whatever they hold. */
export const hiddenLayer = {
  metadata: hidden('metadata', 'metadata of a picture', '图像元数据'),
  annotations: hidden('annotations', 'annotations', '批注'),
  attachments: hidden('attachments', 'attached or embedded files', '附件或嵌入文件'),
  'earlier-revisions': hidden('earlier-revisions', 'earlier revisions of itself', '先前修订版本'),
  comments: hidden('comments', 'comments', '评论'),
  'tracked-changes': hidden('tracked-changes', 'tracked changes', '修订记录'),
  'hidden-content': hidden(
    'hidden-content',
    'hidden content, such as a hidden layer, sheet or text',
    '隐藏内容（如隐藏的图层、工作表或文字）',
  ),
  'data-out-of-sight': hidden(
    'data-out-of-sight',
    'data behind or between its parts that no page shows',
    '未显示的数据',
  ),
} satisfies Record<HiddenLayer, RefusalReason>;

const isHiddenLayer = (layer: LayerName): layer is HiddenLayer => layer !== 'text' && layer !== 'bookmarks';

/** Why a public version is refused. The layers in which something was found are named in the refusals. */
export const publicVersionRefusals = {
  publicVersionUncheckable: {
    code: 'public-version-uncheckable',
    rule: 'I-41',
    status: 422,
    en:
      'A public version is a PDF, a Word, Excel or PowerPoint file (OOXML), a JPEG, a PNG or plain text, ' +
      'unlocked and whole, so that each of its layers can be searched for what was removed. This file is ' +
      'none, or not what its media type says.',
    'zh-Hans':
      '公开版本须为未加密且完整的 PDF、Word、Excel 或 PowerPoint（OOXML）、JPEG、PNG 或纯文本文件，以便逐层核查已删减的内容。该文件不属于上述格式，或与其媒体类型不符。',
  },
  publicVersionTooLarge: {
    code: 'public-version-too-large',
    rule: 'I-41',
    status: 422,
    en:
      'A public version has at most 32 MiB, so that all of it can be searched. Publish it in parts, or ' +
      'with smaller pictures.',
    'zh-Hans': '公开版本最大为 32 MiB，以便全部核查。请分件公开，或压缩图像。',
  },
  publicVersionNotSearched: {
    code: 'public-version-not-searched',
    rule: 'I-41',
    status: 422,
    en:
      'The public version could not be searched whole: it unpacks to more than 128 MiB, or its search takes ' +
      'more than 12 seconds or too much memory. Save it more simply, or publish it in parts.',
    'zh-Hans':
      '公开版本未能全部核查：其解压后超过 128 MiB，或核查所需超过 12 秒或占用内存过多。请简化文件后重新保存，或分件公开。',
  },
  publicVersionsWaiting: {
    code: 'public-versions-waiting',
    rule: 'I-41',
    en:
      'Public versions of your party are searched one at a time, and others of yours are before this one. ' +
      'Send it again when they are answered.',
    'zh-Hans': '贵方的公开版本逐件核查，此前尚有贵方其他文件待核查。请待其得到答复后重新发送。',
  },
  nothingNamed: {
    code: 'removed-passages-missing',
    rule: 'I-41',
    status: 422,
    en:
      'Name the passages that were removed, so that the file can be searched for them. They are used for ' +
      'that alone and kept nowhere.',
    'zh-Hans': '请列明已删减的内容，以便在文件中核查。所列内容仅用于核查，不予保存。',
  },
  passageTooShort: {
    code: 'removed-passage-too-short',
    rule: 'I-41',
    status: 422,
    en: 'A removed passage has at least two letters or characters: a single one stands everywhere.',
    'zh-Hans': '所列已删减内容至少须有两个字母或字符，单个字符随处可见。',
  },
  publicVersionExists: {
    code: 'public-version-exists',
    rule: 'I-35',
    en: 'The exhibit has a public version, and what was published is not changed.',
    'zh-Hans': '该证物已有公开版本，已公开的内容不得更改。',
  },
  publicVersionIdentical: {
    code: 'public-version-identical',
    rule: 'I-41',
    status: 422,
    en: 'The public version has the very bytes of the exhibit: nothing was removed from it.',
    'zh-Hans': '公开版本与证物内容完全相同，未作任何删减。',
  },
  publicAlready: {
    code: 'exhibit-is-public',
    rule: 'I-41',
    en: 'An exhibit that everybody may read has no public version.',
    'zh-Hans': '人人可阅的证物没有公开版本。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * Why a public version may not be published after it was searched (I-41).
 * @param path of the offer in the request, as a JSON pointer
 */
export function redactionFault(check: Exclude<RedactionCheck, { kind: 'passed' }>, path: string) {
  switch (check.kind) {
    case 'found':
      return refuse(passageIn[check.layer], `${path}/removed/${String(check.passage)}`);
    case 'hidden-layer':
      return isHiddenLayer(check.layer)
        ? refuse(hiddenLayer[check.layer], `${path}/uploadId`)
        : refuse(publicVersionRefusals.publicVersionUncheckable, `${path}/uploadId`);
    case 'nothing-named':
      return refuse(publicVersionRefusals.nothingNamed, `${path}/removed`);
    case 'too-short':
      return refuse(publicVersionRefusals.passageTooShort, `${path}/removed/${String(check.passage)}`);
    case 'uncheckable':
      return refuse(publicVersionRefusals.publicVersionUncheckable, `${path}/mediaType`);
    case 'too-large':
      return refuse(publicVersionRefusals.publicVersionTooLarge, `${path}/uploadId`);
    case 'not-searched':
      return refuse(publicVersionRefusals.publicVersionNotSearched, `${path}/uploadId`);
    case 'busy':
      return refuse(publicVersionRefusals.publicVersionsWaiting, `${path}/uploadId`);
  }
}

/** Where something can stand in a file without being seen on its pages (I-41). */
export type LayerName =
  | 'text'
  | 'metadata'
  | 'annotations'
  | 'bookmarks'
  | 'attachments'
  | 'earlier-revisions'
  | 'comments'
  | 'tracked-changes'
  | 'hidden-content'
  | 'data-out-of-sight';

export const LAYER_NAMES: readonly LayerName[] = [
  'text',
  'metadata',
  'annotations',
  'bookmarks',
  'attachments',
  'earlier-revisions',
  'comments',
  'tracked-changes',
  'hidden-content',
  'data-out-of-sight',
];

/** The formats of files whose layers can be searched. */
export type CheckedFormat = 'pdf' | 'office' | 'jpeg' | 'png' | 'text';

/**
 * The result of searching a public version.
 * `found`: a removed passage stands in a layer; `passage` is its index in the request.
 * `hidden-layer`: the file has a layer that a public version may not have, whatever it holds.
 * `not-searched`: not all of it was searched, or the search has not begun.
 * `busy`: other searches of its party came before it.
 */
export type RedactionCheck =
  | { readonly kind: 'passed'; readonly format: CheckedFormat; readonly searched: readonly LayerName[] }
  | { readonly kind: 'found'; readonly layer: LayerName; readonly passage: number }
  | { readonly kind: 'hidden-layer'; readonly layer: LayerName }
  | { readonly kind: 'nothing-named' }
  | { readonly kind: 'too-short'; readonly passage: number }
  | { readonly kind: 'uncheckable' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-searched' }
  | { readonly kind: 'busy' };

/** The layers of a public version that were searched and do not hold what was removed. */
export interface CheckedLayers {
  readonly format: CheckedFormat;
  readonly searched: readonly LayerName[];
}

/** How many passages were removed for a reason. The passages themselves are kept nowhere. */
export interface Removal {
  readonly reason: RedactionReason;
  readonly passages: number;
}
