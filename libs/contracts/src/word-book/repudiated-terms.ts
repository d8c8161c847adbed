import { terms } from './entry';

/** What a side may repudiate. */
export const repudiated = terms({
  filing: ['the filing of the grievance', '申诉的提交'],
  reply: ['the reply', '答复'],
  extension: ['the consent to an extension', '对延长期限的同意'],
  suspension: ['the consent to the suspension', '对中止审查的同意'],
});
