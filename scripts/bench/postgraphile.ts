import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { ChildServer } from './child-server.js';
import type { FeedAnswer } from './feed-document.js';
import { BENCH_SLUG } from './generate-programme.js';
import type { Question } from './question.js';
import { reasonOf } from './say.js';
import type { Servers } from './servers.js';

/** Not a dependency of the product: installed for the time of the benchmark, in a folder of its own. */
const PACKAGES = ['postgraphile@5.1.5', 'graphql@16', 'pg@8'];
const INSTALL_MS = 90_000;

/** PostGraphile's own preset on the tables of the records; any column may be sorted by. */
const SERVER = `
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
process.once('SIGTERM', () => process.exit(0));
`;

/** Installs PostGraphile; the folder, or why there is none. It goes when this process ends. */
export async function installPostGraphile(): Promise<string | Error> {
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-bench-postgraphile-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'server.js'), SERVER);
  try {
    await promisify(execFile)(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES],
      { cwd: folder, timeout: INSTALL_MS },
    );
    return folder;
  } catch (error) {
    return new Error(`couldn't be installed: ${reasonOf(error)}`);
  }
}

const QUERY = `query Feed($slug: String!) {
  programmeBySlug(slug: $slug) {
    defaultLanguage
    resultsByProgrammeId(condition: { state: "PUBLISHED" }, orderBy: [PUBLISHED_AT_DESC, ROW_ID_DESC], first: 20) {
      pageInfo { hasNextPage }
      nodes {
        rowId publishedAt day text
        resultAttachmentsByResultId(orderBy: [POSITION_ASC]) { nodes { kind title address alternativeText transcript } }
        measureByMeasureId {
          rowId key phase title description
          actionFieldByActionFieldIdAndLoopId {
            question
            topicByTopicIdAndProgrammeId { rowId key title }
            learningLoopByLoopIdAndProgrammeId { number stage }
          }
          measureStepsByMeasureId(orderBy: [POSITION_ASC]) { nodes { text stage state dueDay } }
          nextStepsByMeasureId(orderBy: [POSITION_ASC]) {
            nodes { text state dueFrom dueDay doneDay organisationalUnitByAddresseeUnitId { name } }
          }
          measureGuidesByMeasureId {
            nodes { personByPersonId { name position organisationalUnitByUnitId { name } } }
          }
          measureGoalsByMeasureId { nodes { strategicGoalByGoalId { title position } } }
        }
      }
    }
  }
}`;

type Nodes<Node> = { readonly nodes: readonly Node[] };
type Words = Readonly<Record<string, string | null>>;
type Placed = { readonly position: number };
type Programme = {
  readonly defaultLanguage: string;
  readonly resultsByProgrammeId: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly {
      readonly rowId: string;
      readonly publishedAt: string;
      readonly day: string | null;
      readonly text: string;
      readonly resultAttachmentsByResultId: Nodes<Words>;
      readonly measureByMeasureId: Measure;
    }[];
  };
};
type Measure = {
  readonly rowId: string;
  readonly key: string;
  readonly phase: string;
  readonly title: string;
  readonly description: string | null;
  readonly actionFieldByActionFieldIdAndLoopId: {
    readonly question: string;
    readonly topicByTopicIdAndProgrammeId: Readonly<Record<'rowId' | 'key' | 'title', string>>;
    readonly learningLoopByLoopIdAndProgrammeId: unknown;
  };
  readonly measureStepsByMeasureId: Nodes<Words>;
  readonly nextStepsByMeasureId: Nodes<
    Readonly<Record<'text' | 'state' | 'dueFrom' | 'dueDay' | 'doneDay', string>> & {
      readonly organisationalUnitByAddresseeUnitId: { readonly name: string } | null;
    }
  >;
  readonly measureGuidesByMeasureId: Nodes<{
    readonly personByPersonId: Placed & {
      readonly name: string;
      readonly organisationalUnitByUnitId: { readonly name: string } | null;
    };
  }>;
  readonly measureGoalsByMeasureId: Nodes<{
    readonly strategicGoalByGoalId: Placed & { readonly title: string };
  }>;
};

/** Starts it on a database. `check` throws when its answer doesn't hold what `right` holds. */
export async function openPostGraphile(
  folder: string,
  databaseUrl: string,
  servers: Servers,
): Promise<{
  readonly server: ChildServer;
  readonly question: Question;
  readonly check: (bytes: Buffer, right: FeedAnswer) => void;
}> {
  const server = await servers.script(pathToFileURL(join(folder, 'server.js')), {
    DATABASE_URL: databaseUrl,
  });
  return {
    server,
    question: {
      path: '/graphql',
      body: JSON.stringify({ query: QUERY, variables: { slug: BENCH_SLUG } }),
      headers: { accept: 'application/json' },
    },
    check: (bytes, right) => {
      const { data } = JSON.parse(bytes.toString()) as {
        readonly data?: { readonly programmeBySlug: Programme | null } | null;
      };
      const programme = data?.programmeBySlug;
      if (!programme) throw new Error(`It answers ${bytes.toString().slice(0, 300)}`);
      const feed = right.data?.successesFeed;
      const wanted = feed?.edges.map(({ node }) => ({
        ...(node as object),
        continuedFrom: null,
        continuedIn: null,
      }));
      if (!isDeepStrictEqual(nodesOf(programme), wanted))
        throw new Error('Its answer isn’t the bare server’s.');
    },
  };
}

/** Its answer in the words of the feed; the programme has no chains of measures, and the query doesn't ask for them. */
function nodesOf({ defaultLanguage: language, resultsByProgrammeId }: Programme): unknown[] {
  const text = (words: string | null | undefined): unknown =>
    words === null || words === undefined ? null : { text: words, language };
  const inOrder = <Row extends Placed>(rows: readonly Row[]): Row[] =>
    rows.toSorted((one, other) => one.position - other.position);
  return resultsByProgrammeId.nodes.map((result) => {
    const measure = result.measureByMeasureId;
    const field = measure.actionFieldByActionFieldIdAndLoopId;
    const { rowId: topicId, key: topicKey, title: topicTitle } = field.topicByTopicIdAndProgrammeId;
    return {
      id: result.rowId,
      key: measure.key,
      phase: measure.phase,
      publishedAt: new Date(result.publishedAt).toISOString(),
      resultDay: result.day,
      topic: { id: topicId, key: topicKey, title: text(topicTitle) },
      loop: field.learningLoopByLoopIdAndProgrammeId,
      question: text(field.question),
      measureTitle: text(measure.title),
      measureDescription: text(measure.description),
      measure: { id: measure.rowId, key: measure.key },
      steps: measure.measureStepsByMeasureId.nodes.map((step) => ({
        ...step,
        text: text(step['text']),
        stage: text(step['stage']),
      })),
      result: text(result.text),
      attachments: result.resultAttachmentsByResultId.nodes.map((file) => ({
        ...file,
        title: text(file['title']),
        alternativeText: text(file['alternativeText']),
        transcript: text(file['transcript']),
      })),
      nextSteps: measure.nextStepsByMeasureId.nodes.map(
        ({ organisationalUnitByAddresseeUnitId: unit, ...next }) => ({
          ...next,
          text: text(next.text),
          addressee: text(unit?.name),
        }),
      ),
      guides: inOrder(
        measure.measureGuidesByMeasureId.nodes.map((guide) => guide.personByPersonId),
      ).map(({ name, organisationalUnitByUnitId: unit }) => ({ name, unit: unit?.name ?? null })),
      goals: inOrder(
        measure.measureGoalsByMeasureId.nodes.map((goal) => goal.strategicGoalByGoalId),
      ).map(({ title }) => text(title)),
      continuedFrom: null,
      continuedIn: null,
    };
  });
}
