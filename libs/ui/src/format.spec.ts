import { describe, expect, it } from '@jest/globals';
import {
  dayIn,
  formatDay,
  formatDayOf,
  formatInstant,
  formatList,
  formatNearDay,
  formatNumber,
  formatPeriod,
  formatRow,
} from './format.js';

describe('dates and numbers', () => {
  it('writes days out', () => {
    expect(formatDay('2025-12-05', 'de')).toBe('5. Dezember 2025');
    expect(formatDay('2025-12-05', 'en')).toBe('5 December 2025');
  });

  it('takes the day of an instant in the time zone given', () => {
    expect(formatDayOf('2025-02-20T23:30:00.000Z', 'Europe/Berlin', 'de')).toBe('21. Februar 2025');
    expect(formatDayOf('2025-02-20T23:30:00.000Z', 'UTC', 'de')).toBe('20. Februar 2025');
    expect(formatInstant('2025-11-14T06:00:00.000Z', 'Europe/Berlin', 'de')).toBe(
      '14. November 2025, 07:00 Uhr',
    );
    expect(formatInstant('2025-11-14T06:00:00.000Z', 'Europe/Berlin', 'en')).toBe(
      '14 November 2025, 07:00',
    );
    expect(dayIn('Europe/Berlin', '2025-02-20T23:30:00.000Z')).toBe('2025-02-21');
    expect(dayIn('UTC', '2025-02-20T23:30:00.000Z')).toBe('2025-02-20');
  });

  it('says months for a closed loop and days for one that runs', () => {
    expect(
      formatPeriod({ startDay: '2024-01-08', endDay: '2024-04-26', stage: 'CLOSED' }, 'de'),
    ).toBe('Januar bis April\u00a02024');
    expect(
      formatPeriod({ startDay: '2024-10-07', endDay: '2025-02-28', stage: 'CLOSED' }, 'de'),
    ).toBe('Oktober\u00a02024 bis Februar\u00a02025');
    expect(
      formatPeriod({ startDay: '2024-03-01', endDay: '2024-03-28', stage: 'CLOSED' }, 'en'),
    ).toBe('March\u00a02024');
    expect(
      formatPeriod({ startDay: '2025-09-15', endDay: '2026-01-30', stage: 'RUNNING' }, 'de'),
    ).toBe('15.\u00a0September\u00a02025 bis 30.\u00a0Januar\u00a02026');
  });

  it('says what it knows where a day is missing', () => {
    expect(formatPeriod({ startDay: null, endDay: '2024-04-26', stage: 'CLOSED' }, 'de')).toBe(
      'bis April\u00a02024',
    );
    expect(formatPeriod({ startDay: '2025-09-15', endDay: null, stage: 'RUNNING' }, 'de')).toBe(
      'seit 15.\u00a0September\u00a02025',
    );
    expect(formatPeriod({ startDay: '2025-09-15', endDay: null, stage: 'PLANNED' }, 'en')).toBe(
      'from 15\u00a0September\u00a02025',
    );
    expect(formatPeriod({ startDay: null, endDay: null, stage: 'CLOSED' }, 'de')).toBeNull();
  });

  it('groups digits and joins lists as the language does', () => {
    expect(formatNumber(12345, 'de')).toBe('12.345');
    expect(formatNumber(12345, 'en')).toBe('12,345');
    expect(formatList(['3', '4', '5'], 'de')).toBe('3, 4 und 5');
  });

  it('shortens three numbers or more that follow each other', () => {
    expect(formatRow([1, 2, 5], 'de')).toBe('1, 2 und 5');
    expect(formatRow([1, 2, 3, 5], 'de')).toBe('1 bis\u00a03 und 5');
    expect(formatRow([2, 4, 5, 6, 7], 'en')).toBe('2 and 4 to\u00a07');
    expect(formatRow([3], 'de')).toBe('3');
  });
});

describe('formatNearDay', () => {
  it('leaves out the year of a day of this year', () => {
    expect(formatNearDay('2025-12-05', '2025-11-14', 'de')).toBe('5. Dezember');
    expect(formatNearDay('2026-01-05', '2025-11-14', 'de')).toBe('5. Januar 2026');
  });
});
