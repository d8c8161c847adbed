import type { RefusalReason } from '@parley/kernel';
import type { LayerName } from './redaction';

const inLayer = (layer: LayerName, en: string, zh: string): RefusalReason => ({
  code: `passage-in-${layer}`,
  rule: 'I-41',
  status: 422,
  en:
    `A passage that was removed still stands in ${en} of the public version. Remove it there too ` +
    'and upload the file anew.',
  'zh-Hans': `已删减的内容仍存在于公开版本的${zh}中。请一并删除后重新上传。`,
});

/** A removed passage was found: the layer is named, the passage only by its place in the request. */
export const passageIn: Readonly<Record<LayerName, RefusalReason>> = {
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
};

const hidden = (layer: LayerName, en: string, zh: string): RefusalReason => ({
  code: `public-version-has-${layer}`,
  rule: 'I-41',
  status: 422,
  en: `The public version has ${en}, which may hold what was removed. Save it without and upload it anew.`,
  'zh-Hans': `公开版本含有${zh}，其中可能留有已删减的内容。请去除后重新上传。`,
});

type HiddenLayer = Exclude<LayerName, 'text' | 'bookmarks'>;

/** Layers that a public version has not, whatever stands in them. */
export const hiddenLayer: Readonly<Record<HiddenLayer, RefusalReason>> = {
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
};

export const isHiddenLayer = (layer: LayerName): layer is HiddenLayer => layer !== 'text' && layer !== 'bookmarks';
