import fc from 'fast-check';
import { parsedCalendar } from '@parley/testing';
import { iCalendar } from './i-calendar';

const entry = {
  uid: 'c.intake.reply@parley',
  sequence: 0,
  at: '2025-02-21T16:00:00.000Z',
  summary: 'CN-2025-0001: reply',
  description: 'x',
  tentative: false,
};
const NOW = '2025-02-06T10:00:00.000Z';

describe('a calendar', () => {
  it('is what RFC 5545 asks for', () => {
    expect(iCalendar('Parley', [entry], NOW).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Parley//Agenda//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Parley',
      'BEGIN:VEVENT',
      'UID:c.intake.reply@parley',
      'DTSTAMP:20250206T100000Z',
      'SEQUENCE:0',
      'DTSTART:20250221T160000Z',
      'SUMMARY:CN-2025-0001: reply',
      'DESCRIPTION:x',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P1D',
      'DESCRIPTION:CN-2025-0001: reply',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT1H',
      'DESCRIPTION:CN-2025-0001: reply',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('folds a long text in Chinese at 75 octets, and never within a character', () => {
    const summary = '对来自中国的商品加征关税措施'.repeat(20);
    expect(parsedCalendar(iCalendar('Parley', [{ ...entry, summary }], NOW))[0]?.['SUMMARY']).toBe(summary);
  });

  it('is read back as it was meant, whatever anybody wrote: no text becomes a property', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '税', '😀', ',', ';', '\\', '\n', ':', ' ', 'END:VEVENT', '\r\nUID:x'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(fc.array(fc.record({ summary: text, description: text }), { maxLength: 4 }), (texts) => {
        const read = parsedCalendar(
          iCalendar(
            'x',
            texts.map((each) => ({ ...entry, ...each })),
            NOW,
          ),
        );
        const plain = (value: string): string => value.replaceAll('\r\n', '\n');
        expect(read.map(({ SUMMARY, DESCRIPTION }) => [SUMMARY, DESCRIPTION])).toEqual(
          texts.map(({ summary, description }) => [plain(summary), plain(description)]),
        );
      }),
    );
  });

  it('marks an end that depends on an unpublished calendar as tentative, and each change by its number', () => {
    const [read] = parsedCalendar(iCalendar('x', [{ ...entry, tentative: true, sequence: 2 }], NOW));
    expect(read).toMatchObject({ STATUS: 'TENTATIVE', SEQUENCE: '2' });
  });
});
