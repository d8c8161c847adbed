import type { ExampleStory, Made } from './example-story';
import { answersPaper } from './panel.scene';

/** A page with a text, as the smallest file of its media type that can be read. */
function pdf(text: string): string {
  const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((object, index) => `${String(index + 1)} 0 obj\n${object}\nendobj\n`);
  const head = '%PDF-1.7\n';
  const places = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = head.length + objects.join('').length;
  return (
    `${head}${objects.join('')}xref\n0 6\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${String(end)}\n%%EOF\n`
  );
}

/** Exhibits with their readers, hand-overs, public versions and translations. */
export async function exhibited(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('us-desk', 'fileExhibit', { caseId }, await story.upload('us-desk', pdf('One')));
  const at = { caseId, number: 'USA-1' };
  await story.shows('us-desk', 'handOverExhibit', at);
  await story.shows('us-desk', 'filePublicVersion', at, await story.upload('us-desk', pdf('One, in public')));
  await translated(story, at);
  for (const text of ['Two', 'Three', 'Four'])
    await story.shows('us-desk', 'fileExhibit', { caseId }, await story.upload('us-desk', pdf(text)));
  await story.shows('us-desk', 'fileExhibits', { caseId }, { exhibits: [await story.upload('us-desk', pdf('Five'))] });
  await story.shows('us-desk', 'withdrawExhibit', { caseId, number: 'USA-2' });
  await story.shows('us-desk', 'addReaders', { caseId, number: 'USA-3' });
  const { digest } = await story.read<Made>(
    'us-cohead',
    `/v1/cases/${caseId}/exhibits/USA-3/readers/draft?to=PARTIES&reason=personal-data`,
  );
  await story.shows('us-cohead', 'signReaders', { caseId, number: 'USA-3' }, { digest });
  const { digest: original } = await story.upload('us-registry', 'A receipt');
  await story.shows('us-registry', 'enterExhibitHandOver', { caseId, number: 'USA-4' }, { received: { original } });
  const entries = `/v1/cases/${caseId}/evidence/late-entries`;
  await answersPaper(story, { entries, operationId: 'answerLateEntryOfEvidence', at: { caseId } });
}

async function translated(
  story: ExampleStory,
  at: { readonly caseId: string; readonly number: string },
): Promise<void> {
  const { caseId } = at;
  await story.shows('us-desk', 'fileExhibitTranslation', at, await story.upload('us-desk', pdf('One, translated')));
  await story.shows('cn-desk', 'challengeExhibitTranslation', { ...at, n: '1' });
  await story.shows('us-desk', 'answerExhibitTranslationChallenge', { ...at, n: '1', challenge: '1' });
  const document = { caseId, document: 'grievance' };
  await story.shows('cn-desk', 'fileDocumentTranslation', document, await story.upload('cn-desk', pdf('Grievance')));
  await story.shows('us-desk', 'challengeDocumentTranslation', { ...document, n: '1' });
  await story.shows('cn-desk', 'answerDocumentTranslationChallenge', { ...document, n: '1', challenge: '1' });
}
