import { describe, expect, it } from '@jest/globals';
import {
  formatDay,
  formatDayOf,
  formatInstant,
  formatList,
  formatNumber,
  formatPeriod,
} from './format.js';

describe('dates and numbers', () => {
  it('writes days out', () => {
    expect(formatDay('2025-12-05', 'de')).toBe('5. Dezember 2025');
    expect(formatDay('2025-12-05', 'en')).toBe('5 December 2025');
  });

  it('takes the day of an instant in the time zone given', () => {
    expect(formatDayOf('2025-02-20T23:30:00.000Z', 'Europe/Berlin', 'de')).toBe('21. Februar 2025');
    expect(formatDayOf('2025-02-20T23:30:00.000Z', 'UTC', 'de')).toBe('20. Februar 2025');
    expect(formatInstant('2025-11-14T06:00:00.000Z', 'Europe/Berlin', 'de')).toContain('07:00');
  });

  it('says months for a closed loop and days for one that runs', () => {
    expect(
      formatPeriod({ startDay: '2024-01-08', endDay: '2024-04-26', stage: 'CLOSED' }, 'de'),
    ).toBe('Januar bis April 2024');
    expect(
      formatPeriod({ startDay: '2024-10-07', endDay: '2025-02-28', stage: 'CLOSED' }, 'de'),
    ).toBe('Oktober 2024 bis Februar 2025');
    expect(
      formatPeriod({ startDay: '2024-03-01', endDay: '2024-03-28', stage: 'CLOSED' }, 'en'),
    ).toBe('March 2024');
    expect(
      formatPeriod({ startDay: '2025-09-15', endDay: '2026-01-30', stage: 'RUNNING' }, 'de'),
    ).toBe('15. September 2025 bis 30. Januar 2026');
  });

  it('says what it knows where a day is missing', () => {
    expect(formatPeriod({ startDay: null, endDay: '2024-04-26', stage: 'CLOSED' }, 'de')).toBe(
      'bis April 2024',
    );
    expect(formatPeriod({ startDay: '2025-09-15', endDay: null, stage: 'RUNNING' }, 'de')).toBe(
      'seit 15. September 2025',
    );
    expect(formatPeriod({ startDay: '2025-09-15', endDay: null, stage: 'PLANNED' }, 'en')).toBe(
      'from 15 September 2025',
    );
    expect(formatPeriod({ startDay: null, endDay: null, stage: 'CLOSED' }, 'de')).toBe(
      'Zeitraum nicht festgehalten',
    );
  });

  it('groups digits and joins lists as the language does', () => {
    expect(formatNumber(12345, 'de')).toBe('12.345');
    expect(formatNumber(12345, 'en')).toBe('12,345');
    expect(formatList(['3', '4', '5'], 'de')).toBe('3, 4 und 5');
  });
});
