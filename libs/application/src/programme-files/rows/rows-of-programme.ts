import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { OrganisationalUnitEntity } from '#persistence/programmes/organisational-unit.entity.js';
import { ProgrammeEntity } from '#persistence/programmes/programme.entity.js';
import { StrategicGoalEntity } from '#persistence/programmes/strategic-goal.entity.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { TopicEntity } from '#persistence/topics/topic.entity.js';
import type { ProgrammeFile } from '../programme-file.js';
import { idOrNull, keyedRows, table, type RowSource, type WantedTable } from './wanted-rows.js';

/** The programme and what its measures stand in: units, goals, people, loops, topics and action fields. */
export function rowsOfProgramme(source: RowSource): readonly WantedTable[] {
  const { file, idOf, programmeId, loopOf } = source;
  const { units = [], goals = [], people = [], topics = [], actionFields = [] } = file;
  const depthOf = depthsOf(units);

  return [
    programmeTable(file),
    table(
      'unit',
      OrganisationalUnitEntity,
      keyedRows(programmeId, 'units', units, (unit) => ({
        name: unit.name,
        kind: unit.kind ?? null,
        parentId: idOrNull(idOf, 'unit', unit.parent),
        translations: unit.translations ?? {},
      }))
        // A unit is written before those within it.
        .sort((a, b) => depthOf(a.name) - depthOf(b.name)),
    ),
    table(
      'goal',
      StrategicGoalEntity,
      keyedRows(programmeId, 'goals', goals, (goal) => ({
        title: goal.title,
        translations: goal.translations ?? {},
      })),
    ),
    {
      ...table(
        'person',
        PersonEntity,
        keyedRows(programmeId, 'people', people, (person) => ({
          name: person.name,
          email: person.email ?? null,
          unitId: idOrNull(idOf, 'unit', person.unit),
          role: person.role,
          publicName: person.publicName,
          termFirstLoop: person.term?.firstLoop ?? null,
          termLastLoop: person.term?.lastLoop ?? null,
        })),
      ),
      // Whoever has signed in decides this alone, and may have changed it since the file was written.
      kept: ({ accountId }) => (accountId === null ? [] : ['publicName']),
    },
    loopTable(source),
    table(
      'topic',
      TopicEntity,
      keyedRows(programmeId, 'topics', topics, (topic) => ({
        title: topic.title,
        description: topic.description ?? null,
        translations: topic.translations ?? {},
      })),
    ),
    table(
      'actionField',
      ActionFieldEntity,
      keyedRows(
        programmeId,
        'actionFields',
        actionFields,
        (field) => ({
          topicId: idOf('topic', field.topic),
          loopId: idOf('loop', String(field.loop)),
          question: field.question,
          translations: field.translations ?? {},
        }),
        (field) => loopOf.get(field.key) ?? null,
      ),
    ),
  ];
}

function programmeTable({ programme }: ProgrammeFile): WantedTable {
  return table('programme', ProgrammeEntity, [
    {
      name: programme.slug,
      path: ['programme'],
      frozenBy: null,
      columns: {
        slug: programme.slug,
        organisation: programme.organisation,
        title: programme.title,
        purpose: programme.purpose,
        contactAddress: programme.contact,
        defaultLanguage: programme.language,
        timeZone: programme.timeZone,
        staleAfterDays: programme.staleAfterDays,
        published: programme.published,
        feedbackOpen: programme.feedbackOpen,
        ideasOpen: programme.ideasOpen,
        accessibilityText: programme.accessibilityText ?? null,
        privacyText: programme.privacyText ?? null,
        words: programme.words,
        translations: programme.translations ?? {},
      },
    },
  ]);
}

function loopTable({ file, programmeId }: RowSource): WantedTable {
  const loops = [...(file.loops ?? []).entries()].sort(([, a], [, b]) => a.number - b.number);
  return table(
    'loop',
    LearningLoopEntity,
    loops.map(([at, loop]) => ({
      name: String(loop.number),
      path: ['loops', at],
      frozenBy: loop.number,
      columns: {
        programmeId,
        number: loop.number,
        startDay: loop.start ?? null,
        endDay: loop.end ?? null,
        stage: loop.stage,
        reflection: loop.reflection ?? null,
        recorded: loop.stage === 'CLOSED' && loop.reflection === undefined,
      },
    })),
  );
}

/** How many units lie above each one, by key. */
function depthsOf(units: NonNullable<ProgrammeFile['units']>): (key: string) => number {
  const parents = new Map(units.map(({ key, parent }) => [key, parent]));
  const depths = new Map<string, number>();
  for (const { key } of units) {
    const way: string[] = [];
    let up: string | undefined = key;
    for (; up !== undefined && !depths.has(up); up = parents.get(up)) way.push(up);
    let depth = up === undefined ? 0 : (depths.get(up) ?? 0) + 1;
    for (const one of way.reverse()) depths.set(one, depth++);
  }
  return (key) => depths.get(key) ?? 0;
}
