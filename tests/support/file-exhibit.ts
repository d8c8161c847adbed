import { createHash } from 'node:crypto';
import type { Client } from './client';

export interface NewExhibit {
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly tier: 'PUBLIC' | 'PARTIES' | 'PANEL';
  readonly claims: readonly string[];
  readonly custody: { readonly from: string; readonly to: string; readonly at: string; readonly purpose: string };
}

/** Uploads bytes and puts them on the record of a case. @returns the exhibit's number */
export async function fileExhibit(
  desk: Client,
  caseId: string,
  bytes: Uint8Array<ArrayBuffer>,
  { title, ...exhibit }: NewExhibit,
): Promise<string> {
  const upload = await uploadBytes(desk, bytes);
  const filed = await desk.act<{ number: string }>(`/v1/cases/${caseId}/exhibits`, {
    ...upload,
    title: [{ lang: 'en', text: title, kind: 'original' }],
    ...exhibit,
  });
  return filed.body.number;
}

/** Uploads bytes for an act to refer to. */
export async function uploadBytes(
  desk: Client,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly uploadId: string; readonly digest: string }> {
  const hash = createHash('sha256').update(bytes).digest();
  const upload = await desk.send<{ uploadId: string }>('POST', '/v1/uploads', bytes, {
    headers: { 'content-type': 'application/octet-stream', 'repr-digest': `sha-256=:${hash.toString('base64')}:` },
  });
  if (upload.status !== 201) throw new Error(`upload: ${String(upload.status)} ${JSON.stringify(upload.body)}`);
  return { uploadId: upload.body.uploadId, digest: hash.toString('hex') };
}
