import { jsonProblems } from './json-problems';
import { lateEntryProblems } from './late-entry-problems';
import type { ProblemKind } from './problem-kind';

/**
 * Every problem with which this library itself answers. A service describes the refusals of its rules by its
 * `RefusalReason`s.
 */
export const problemCatalogue = {
  ...jsonProblems,
  ...lateEntryProblems,
  malformedRequest: {
    code: 'malformed-request',
    status: 400,
    title: { en: 'Malformed request', 'zh-Hans': '请求格式错误' },
    en: 'The request cannot be read.',
    'zh-Hans': '无法读取该请求。',
  },
  malformedId: {
    code: 'malformed-id',
    status: 400,
    title: { en: 'Id malformed', 'zh-Hans': '编号格式错误' },
    en: 'An id in the path is not one: ids are UUIDs, as answers, lists and the header Location give them.',
    'zh-Hans': '路径中的编号格式不符：编号为 UUID，以答复、列表或 Location 标头所载为准。',
  },
  idempotencyKeyMissing: {
    code: 'idempotency-key-missing',
    status: 400,
    title: { en: 'Idempotency-Key missing', 'zh-Hans': '缺少 Idempotency-Key' },
    rule: 'I-28',
    en: 'An act needs the header Idempotency-Key, so that sending it twice does it once.',
    'zh-Hans': '行为请求须带有 Idempotency-Key 标头，以确保重复发送只执行一次。',
  },
  idempotencyKeyMalformed: {
    code: 'idempotency-key-malformed',
    status: 400,
    title: { en: 'Idempotency-Key malformed', 'zh-Hans': 'Idempotency-Key 格式错误' },
    rule: 'I-28',
    en: 'Idempotency-Key is 1 to 200 printable ASCII characters.',
    'zh-Hans': 'Idempotency-Key 应为 1 至 200 个可打印 ASCII 字符。',
  },
  ifMatchMalformed: {
    code: 'if-match-malformed',
    status: 400,
    title: { en: 'If-Match malformed', 'zh-Hans': 'If-Match 格式错误' },
    en: 'If-Match holds one ETag as it was given, such as "3".',
    'zh-Hans': 'If-Match 须为先前返回的单个 ETag，例如 "3"。',
  },
  purposeMissing: {
    code: 'purpose-missing',
    status: 400,
    title: { en: 'Parley-Purpose missing', 'zh-Hans': '缺少 Parley-Purpose' },
    rule: 'I-40',
    en: 'This is read with a purpose only: say in the header Parley-Purpose what you read it for.',
    'zh-Hans': '阅览此内容须说明目的：请在 Parley-Purpose 标头中说明阅览目的。',
  },
  uploadCutOff: {
    code: 'upload-cut-off',
    status: 400,
    title: { en: 'Upload cut off', 'zh-Hans': '上传中断' },
    en: 'The upload ended before all of it had come; nothing of it is kept.',
    'zh-Hans': '上传在全部内容到达之前中断，未保留任何内容。',
  },
  cursorInvalid: {
    code: 'cursor-invalid',
    status: 400,
    title: { en: 'Cursor invalid', 'zh-Hans': '游标无效' },
    en: 'The cursor or position was not given by this list.',
    'zh-Hans': '该游标或位置并非由此列表给出。',
  },
  unauthenticated: {
    code: 'unauthenticated',
    status: 401,
    title: { en: 'Token missing', 'zh-Hans': '缺少令牌' },
    en: 'This needs a bearer token.',
    'zh-Hans': '此请求需要持有者令牌。',
  },
  tokenInvalid: {
    code: 'token-invalid',
    status: 401,
    title: { en: 'Token invalid', 'zh-Hans': '令牌无效' },
    en: 'The bearer token is expired, altered, or not for this service.',
    'zh-Hans': '持有者令牌已过期、被篡改，或并非签发给本服务。',
  },
  roleRequired: {
    code: 'role-required',
    status: 403,
    title: { en: 'Role required', 'zh-Hans': '须有相应角色' },
    rule: 'I-43',
    en: 'None of your roles may do this.',
    'zh-Hans': '您的任何角色均无权进行此操作。',
  },
  notFound: {
    code: 'not-found',
    status: 404,
    title: { en: 'Not found', 'zh-Hans': '未找到' },
    rule: 'I-43',
    en: 'There is no such thing, or it is not yours to know of.',
    'zh-Hans': '所请求的事项不存在，或您无权知悉。',
  },
  methodNotAllowed: {
    code: 'method-not-allowed',
    status: 405,
    title: { en: 'Method not allowed', 'zh-Hans': '方法不被允许' },
    en: 'This method is not offered here. The header Allow names those that are.',
    'zh-Hans': '此处不提供该方法。Allow 标头列明所提供的方法。',
  },
  requestTimeout: {
    code: 'request-timeout',
    status: 408,
    title: { en: 'Request timed out', 'zh-Hans': '请求超时' },
    en: 'The request did not arrive whole in time.',
    'zh-Hans': '请求未能及时完整到达。',
  },
  uploadTooSlow: {
    code: 'upload-too-slow',
    status: 408,
    title: { en: 'Upload too slow', 'zh-Hans': '上传过慢' },
    en: 'Less than 32 KiB of the upload came within 30 seconds, so it was given up; nothing of it is kept.',
    'zh-Hans': '上传在 30 秒内到达的内容不足 32 KiB，已被放弃，未保留任何内容。',
  },
  idempotencyKeyReused: {
    code: 'idempotency-key-reused',
    status: 409,
    title: { en: 'Idempotency-Key reused', 'zh-Hans': 'Idempotency-Key 重复使用' },
    rule: 'I-28',
    en: 'This Idempotency-Key came before with other content.',
    'zh-Hans': '该 Idempotency-Key 此前已用于不同的内容。',
  },
  stale: {
    code: 'stale',
    status: 412,
    title: { en: 'Changed meanwhile', 'zh-Hans': '内容已变更' },
    en: 'The thing has changed since you read it. Read it again, then decide.',
    'zh-Hans': '自您读取以来内容已变更，请重新读取后再作决定。',
  },
  bodyTooLarge: {
    code: 'body-too-large',
    status: 413,
    title: { en: 'Body too large', 'zh-Hans': '正文过大' },
    en: 'The body is larger than this route accepts (1 MiB for JSON).',
    'zh-Hans': '请求正文超过此路径的上限（JSON 为 1 MiB）。',
  },
  uriTooLong: {
    code: 'uri-too-long',
    status: 414,
    title: { en: 'Address too long', 'zh-Hans': '地址过长' },
    en: 'A part of the address is too long.',
    'zh-Hans': '地址的某一部分过长。',
  },
  wrongContentType: {
    code: 'wrong-content-type',
    status: 415,
    title: { en: 'Wrong content type', 'zh-Hans': '内容类型错误' },
    en: 'Send the body of an act as application/json, in UTF-8, and a file to be uploaded as application/octet-stream.',
    'zh-Hans': '行为请求的正文请以 application/json（UTF-8）发送，上传的文件请以 application/octet-stream 发送。',
  },
  invalidFields: {
    code: 'invalid-fields',
    status: 422,
    title: { en: 'Invalid fields', 'zh-Hans': '字段无效' },
    en: 'Some fields are not as they must be; each is listed with its path.',
    'zh-Hans': '部分字段不符合要求；各字段及其路径已逐一列出。',
  },
  tooManyRequests: {
    code: 'too-many-requests',
    status: 429,
    title: { en: 'Too many requests', 'zh-Hans': '请求过多' },
    en:
      'You have sent too many requests; nothing of this one was done. Try again after the seconds ' +
      'that Retry-After names.',
    'zh-Hans': '您发送的请求过多，本请求未作任何处理。请在 Retry-After 所示的秒数之后重试。',
  },
  headersTooLarge: {
    code: 'headers-too-large',
    status: 431,
    title: { en: 'Headers too large', 'zh-Hans': '标头过大' },
    en: 'The headers are too large.',
    'zh-Hans': '请求标头过大。',
  },
  internal: {
    code: 'internal',
    status: 500,
    title: { en: 'Internal error', 'zh-Hans': '内部错误' },
    en:
      'Something went wrong here; nothing of this request is on record unless a later answer says so. Try ' +
      'again with the same Idempotency-Key.',
    'zh-Hans': '系统内部出错；除非后续答复另有说明，本请求未载入记录。请使用相同的 Idempotency-Key 重试。',
  },
  contended: {
    code: 'contended',
    status: 503,
    title: { en: 'Busy', 'zh-Hans': '系统繁忙' },
    en: 'Others changed this at the same moment; nothing was written. Try again.',
    'zh-Hans': '他人同时进行了更改，未写入任何内容，请重试。',
  },
  delayed: {
    code: 'delayed',
    status: 503,
    title: { en: 'Took too long', 'zh-Hans': '耗时过长' },
    rule: 'I-19',
    en: 'The act could not be recorded soon enough after it came in, so nothing was written. Try again.',
    'zh-Hans': '该行为未能在收到后及时载入记录，因此未写入任何内容，请重试。',
  },
  notYet: {
    code: 'not-yet',
    status: 503,
    title: { en: 'Not heard yet', 'zh-Hans': '尚未获知' },
    en: 'Something is on record that was not heard of here yet, and the answer may depend on it. Try again.',
    'zh-Hans': '记录中有此处尚未获知的内容，答复可能取决于此，请重试。',
  },
  laterVersion: {
    code: 'later-version',
    status: 503,
    title: { en: 'Recorded by a newer version', 'zh-Hans': '由较新版本记录' },
    en:
      'A newer version of this service has recorded something here that the version which answers does not know, so ' +
      'it does not decide on it and nothing was written. Try again.',
    'zh-Hans': '本服务的较新版本在此载入了当前应答版本无法识别的内容，因此未作决定，也未写入任何内容，请重试。',
  },
  clockUntrusted: {
    code: 'clock-untrusted',
    status: 503,
    title: { en: 'Clock not to be trusted', 'zh-Hans': '时钟不可信' },
    rule: 'I-19',
    en:
      'The clock of the system has jumped or differs from that of its database, so nothing can be recorded at the ' +
      'right time, and nothing was written. Try again when it has been set right.',
    'zh-Hans': '系统时钟发生跳变或与数据库时钟不一致，无法以正确时间载入记录，因此未写入任何内容。请在时钟校正后重试。',
  },
  storageFull: {
    code: 'storage-full',
    status: 503,
    title: { en: 'No room left', 'zh-Hans': '存储空间已满' },
    en: 'The disk of the system or of its database is full; nothing was written. Try again when there is room.',
    'zh-Hans': '系统或其数据库的磁盘空间已满，因此未写入任何内容。请在空间恢复后重试。',
  },
  unavailable: {
    code: 'unavailable',
    status: 503,
    title: { en: 'Unavailable', 'zh-Hans': '暂不可用' },
    en: 'The service is starting, stopping, or cannot reach its database. Try again.',
    'zh-Hans': '服务正在启动或停止，或无法连接数据库，请重试。',
  },
} as const satisfies Record<string, ProblemKind>;
