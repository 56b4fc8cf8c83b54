import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  importProgramme,
  type ImportReport,
} from '#application/programme-files/import-programme.js';
import type { PROGRAMME_FILE } from '#application/programme-files/programme-file.js';
import {
  readProgrammeFile,
  type FileFault,
} from '#application/programme-files/read-programme-file.js';
import type { Result } from '#domain/shared/result.js';

/** A programme file as someone writes it, before defaults are filled in. */
export type ProgrammeDraft = z.input<typeof PROGRAMME_FILE>;
export type MeasureDraft = NonNullable<ProgrammeDraft['measures']>[number];

/** A small programme: loop 1 closed, 2 running, 3 planned; every call gives a fresh one that may be changed. */
export function aProgramme(slug = 'probe'): ProgrammeDraft {
  return {
    format: 'lernschleife/programme',
    version: 1,
    programme: {
      slug,
      organisation: 'Stadtwerke Mooringen',
      title: 'Kurze Wege',
      purpose: 'Anliegen sollen beim ersten Mal ankommen.',
      contact: 'wege@example.org',
      language: 'de',
      published: true,
    },
    units: [
      { key: 'haus', name: 'Haus' },
      { key: 'buero', name: 'Büro', parent: 'haus' },
    ],
    goals: [{ key: 'naehe', title: 'Nähe' }],
    people: [
      {
        key: 'olga',
        name: 'Olga Ostermann',
        email: 'olga@example.org',
        role: 'CIRCLE',
        publicName: 'NAME',
      },
      { key: 'carl', name: 'Carl Claasen', role: 'CIRCLE' },
      { key: 'bea', name: 'Bea Behrens', role: 'CIRCLE' },
      {
        key: 'gisela',
        name: 'Gisela Gerdes',
        role: 'GUIDE',
        unit: 'buero',
        publicName: 'NAME_AND_UNIT',
      },
    ],
    loops: [
      {
        number: 1,
        start: '2026-01-12',
        end: '2026-04-30',
        stage: 'CLOSED',
        reflection: 'Früher fragen.',
      },
      { number: 2, start: '2026-05-04', end: '2026-12-18', stage: 'RUNNING' },
      { number: 3, stage: 'PLANNED' },
    ],
    topics: [
      { key: 'telefon', title: 'Telefon' },
      { key: 'formulare', title: 'Formulare' },
    ],
    actionFields: [
      { key: 'telefon-1', topic: 'telefon', loop: 1, question: 'Wer hebt ab?' },
      { key: 'telefon-2', topic: 'telefon', loop: 2, question: 'Wer ruft zurück?' },
      {
        key: 'formulare-2',
        topic: 'formulare',
        loop: 2,
        question: 'Welche Felder fragt niemand nach?',
      },
    ],
    measures: [
      aDoneMeasure('telefondienst', 'telefon-1'),
      aDoneMeasure('rueckrufe', 'telefon-2'),
      {
        key: 'kuerzen',
        actionField: 'formulare-2',
        title: 'Formulare kürzen',
        successCriterion: 'Drei Felder weniger',
        due: '2026-12-01',
        phase: 'DO',
        owner: 'olga',
        ownerAccepted: true,
        checker: 'carl',
        guides: ['gisela'],
        goals: ['naehe'],
        unit: 'buero',
        steps: [
          { text: 'Felder zählen', state: 'DONE', done: '2026-06-01' },
          { text: 'Felder streichen', state: 'OPEN', due: '2026-11-30' },
        ],
      },
    ],
  };
}

/** A measure that lacks nothing on its way to DONE, with one published result. */
export function aDoneMeasure(key: string, actionField: string): MeasureDraft {
  return {
    key,
    actionField,
    title: `Maßnahme ${key}`,
    description: `Beschreibung von ${key}`,
    successCriterion: 'Jeder zweite Anruf kommt an',
    due: '2026-04-01',
    phase: 'DONE',
    owner: 'olga',
    ownerAccepted: true,
    checker: 'carl',
    commissioner: 'bea',
    commissionerTookOver: true,
    guides: ['gisela'],
    goals: ['naehe'],
    unit: 'buero',
    verdict: 'ADOPT',
    lesson: 'Früh anfangen',
    anchoredIn: 'Handbuch',
    steps: [{ text: `Schritt von ${key}`, state: 'DONE', done: '2026-03-01' }],
    results: [
      {
        key: `${key}-ergebnis`,
        text: `Ergebnis von ${key}`,
        day: '2026-04-01',
        state: 'PUBLISHED',
        publishedAt: '2026-04-02T08:00:00Z',
      },
    ],
    nextSteps: [
      {
        key: `${key}-weiter`,
        text: `Weiter mit ${key}`,
        due: '2026-12-24',
        addresseeUnit: 'buero',
      },
    ],
  };
}

/** A measure of the draft, to be changed in place. */
export function measureOf(draft: ProgrammeDraft, key: string): MeasureDraft {
  const found = draft.measures?.find((measure) => measure.key === key);
  if (!found) throw new Error(`The draft has no measure ${key}`);
  return found;
}

/** Reads and imports a draft, text or bytes as the command does. */
export async function bring(
  source: DataSource,
  file: ProgrammeDraft | string | Uint8Array,
  dryRun = false,
): Promise<Result<ImportReport, readonly FileFault[]>> {
  const bytes =
    file instanceof Uint8Array
      ? file
      : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file, null, 1));
  const read = readProgrammeFile(bytes);
  return read.ok
    ? importProgramme(source, read.value, { dryRun, at: new Date('2026-11-20T10:00:00Z') })
    : read;
}

/** The report of an import that must succeed; its faults are the error otherwise. */
export async function brought(
  source: DataSource,
  file: ProgrammeDraft | string | Uint8Array,
  dryRun = false,
): Promise<ImportReport> {
  const done = await bring(source, file, dryRun);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

/** The faults of an import that must be refused. */
export async function refused(
  source: DataSource,
  file: ProgrammeDraft | string | Uint8Array,
): Promise<readonly FileFault[]> {
  const done = await bring(source, file);
  if (done.ok) throw new Error(`Nothing was refused: ${JSON.stringify(done.value)}`);
  return done.error;
}
