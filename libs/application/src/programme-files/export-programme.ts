import type { DataSource } from 'typeorm';
import { Document, visit } from 'yaml';
import { PROGRAMME_FILE } from './programme-file.js';
import type { Row } from './rows/row.js';
import { readStoredRows, type StoredRows } from './rows/stored-rows.js';

/** Days stand in quotes: some YAML readers take a bare one for an instant. */
const DAY = /^\d{4}-\d\d-\d\d/;
/**
 * Texts with white space at the end of a line or at its beginning, and with characters that don't show, stand in
 * quotes: the library's block style doesn't keep all of them.
 */
const FRAGILE = /^\s|[^\S\n](?:\n|$)|\n[^\S\n]|[^\S \n]|[^\P{C}\n]/u;

/**
 * The whole programme as a programme file, or null when there is none of that slug.
 * Nothing but the records decides its bytes: the same records give the same file.
 */
export async function exportProgramme(
  dataSource: DataSource,
  slug: string,
  format: 'yaml' | 'json',
): Promise<string | null> {
  const [programme] = await dataSource.query<{ id: string }[]>(
    'SELECT id FROM programme WHERE slug = $1',
    [slug],
  );
  if (!programme) return null;
  // One snapshot: a file that mixes two moments could not be read back.
  const stored = await dataSource.transaction('REPEATABLE READ', (em) =>
    readStoredRows(em, programme.id),
  );
  const file = withoutEmpty(fileOfRows(stored)) as Row;
  const check = PROGRAMME_FILE.safeParse(file);
  if (!check.success)
    throw new Error(`The export of ${slug} is not a programme file: ${check.error.message}`);
  if (format === 'json') return `${JSON.stringify(file, null, 2)}\n`;
  const document = new Document(file, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && (DAY.test(node.value) || FRAGILE.test(node.value)))
        node.type = 'QUOTE_DOUBLE';
    },
  });
  // Neither does the library's folding of long lines keep every text.
  return document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

function fileOfRows(stored: StoredRows): unknown {
  const rows = (kind: string): Row[] => [...(stored.get(kind)?.values() ?? [])];
  const names = (kind: string): Map<unknown, string> =>
    new Map([...(stored.get(kind) ?? [])].map(([name, row]) => [row['id'], name]));
  const [units, people, topics, loops, fields, measures, goals, decisions] = [
    names('unit'),
    names('person'),
    names('topic'),
    names('loop'),
    names('actionField'),
    names('measure'),
    names('goal'),
    names('decision'),
  ];
  const by = (kind: string, column: string): Map<unknown, Row[]> =>
    Map.groupBy(rows(kind), (row) => row[column]);
  const [steps, results, attachments, nextSteps] = [
    by('step', 'measureId'),
    by('result', 'measureId'),
    by('attachment', 'resultId'),
    by('nextStep', 'measureId'),
  ];
  const links = (
    kind: string,
    column: string,
    keys: Map<unknown, string>,
  ): ((measureId: unknown) => string[]) => {
    const all = by(kind, 'measureId');
    return (measureId) => (all.get(measureId) ?? []).map((row) => keys.get(row[column]) ?? '');
  };
  const [contributors, guides, measureGoals] = [
    links('contributor', 'personId', people),
    links('guide', 'personId', people),
    links('measureGoal', 'goalId', goals),
  ];
  const ruledOn = by('decisionMeasure', 'decisionId');
  const [programme = {}] = rows('programme');
  const yes = (value: unknown): true | null => (value === true ? true : null);

  return {
    format: 'lernschleife/programme',
    version: 1,
    programme: {
      slug: programme['slug'],
      organisation: programme['organisation'],
      title: programme['title'],
      purpose: programme['purpose'],
      contact: programme['contactAddress'],
      language: programme['defaultLanguage'],
      timeZone: programme['timeZone'],
      staleAfterDays: programme['staleAfterDays'],
      published: programme['published'],
      feedbackOpen: programme['feedbackOpen'],
      ideasOpen: programme['ideasOpen'],
      accessibilityText: programme['accessibilityText'],
      privacyText: programme['privacyText'],
      words: programme['words'],
      translations: sorted(programme['translations']),
    },
    units: rows('unit').map((unit) => ({
      key: unit['key'],
      name: unit['name'],
      kind: unit['kind'],
      parent: units.get(unit['parentId']),
      translations: sorted(unit['translations']),
    })),
    goals: rows('goal').map((goal) => ({
      key: goal['key'],
      title: goal['title'],
      translations: sorted(goal['translations']),
    })),
    people: rows('person').map((person) => ({
      key: person['key'],
      name: person['name'],
      email: person['email'],
      unit: units.get(person['unitId']),
      role: person['role'],
      publicName: person['publicName'],
      term:
        person['termFirstLoop'] === null
          ? null
          : { firstLoop: person['termFirstLoop'], lastLoop: person['termLastLoop'] },
    })),
    loops: rows('loop').map((loop) => ({
      number: loop['number'],
      start: loop['startDay'],
      end: loop['endDay'],
      stage: loop['stage'],
      reflection: loop['reflection'],
    })),
    topics: rows('topic').map((topic) => ({
      key: topic['key'],
      title: topic['title'],
      description: topic['description'],
      translations: sorted(topic['translations']),
    })),
    actionFields: rows('actionField').map((field) => ({
      key: field['key'],
      topic: topics.get(field['topicId']),
      loop: Number(loops.get(field['loopId'])),
      question: field['question'],
      translations: sorted(field['translations']),
    })),
    measures: rows('measure').map((measure) => ({
      key: measure['key'],
      actionField: fields.get(measure['actionFieldId']),
      title: measure['title'],
      description: measure['description'],
      successCriterion: measure['successCriterion'],
      due: measure['dueDay'],
      phase: measure['phase'],
      stoppedIn: measure['stoppedIn'],
      reason: measure['endReason'],
      owner: people.get(measure['ownerId']),
      ownerAccepted: yes(measure['ownerAccepted']),
      contributors: contributors(measure['id']),
      guides: guides(measure['id']),
      checker: people.get(measure['checkerId']),
      commissioner: people.get(measure['commissionerId']),
      commissionerTookOver: yes(measure['commissionerTookOver']),
      unit: units.get(measure['unitId']),
      goals: measureGoals(measure['id']),
      verdict: measure['verdict'],
      lesson: measure['lesson'],
      anchoredIn: measure['anchoredIn'],
      noNextStepNeeded: yes(measure['noNextStepNeeded']),
      helpWanted: measure['helpWanted'],
      decisionRequiredFor: measure['decisionRequiredFor'],
      carriedFrom: measures.get(measure['carriedFromId']),
      recorded: yes(measure['recorded']),
      translations: sorted(measure['translations']),
      steps: (steps.get(measure['id']) ?? []).map((step) => ({
        text: step['text'],
        stage: step['stage'],
        due: step['dueDay'],
        state: step['state'],
        done: step['doneDay'],
        reason: step['dropReason'],
        translations: sorted(step['translations']),
      })),
      results: (results.get(measure['id']) ?? []).map((result) => ({
        key: result['key'],
        text: result['text'],
        day: result['day'],
        state: result['state'],
        publishedAt: (result['publishedAt'] as Date | null)?.toISOString(),
        internalReason: result['internalReason'],
        attachments: (attachments.get(result['id']) ?? []).map((attachment) => ({
          kind: attachment['kind'],
          title: attachment['title'],
          address: attachment['address'],
          alternativeText: attachment['alternativeText'],
          transcript: attachment['transcript'],
          translations: sorted(attachment['translations']),
        })),
        translations: sorted(result['translations']),
      })),
      nextSteps: (nextSteps.get(measure['id']) ?? []).map((next) => ({
        key: next['key'],
        text: next['text'],
        dueFrom: next['dueFrom'],
        due: next['dueDay'],
        addresseeUnit: units.get(next['addresseeUnitId']),
        addresseePerson: people.get(next['addresseePersonId']),
        state: next['state'],
        done: next['doneDay'],
        reason: next['dropReason'],
        becameMeasure: measures.get(next['becameMeasureId']),
        decision: decisions.get(next['decisionId']),
        translations: sorted(next['translations']),
      })),
    })),
    decisions: rows('decision').map((decision) => ({
      key: decision['key'],
      body: decision['body'],
      day: decision['day'],
      point: decision['point'],
      ruling: decision['ruling'],
      note: decision['note'],
      measures: (ruledOn.get(decision['id']) ?? []).map((row) => measures.get(row['measureId'])),
    })),
  };
}

/** jsonb keeps no order of keys that a person chose; by name it is always the same. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, withoutEmpty(one)] as const)
    .filter(
      ([, one]) =>
        one !== null &&
        one !== undefined &&
        !(typeof one === 'object' && Object.keys(one).length === 0),
    );
  return Object.fromEntries(entries);
}
