import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { RequestHandler } from 'express';
import { GRAPHQL_PATH } from './door.js';

const PACKAGE = '@graphql-yoga/render-graphiql/graphiql';
const FOLDER = '/graphiql';

/** What the page may do: its own scripts and workers, and queries to this server. Its editor writes style attributes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>GraphiQL – Lernschleife</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${FOLDER}/style.css">
</head>
<body>
<noscript>GraphiQL needs JavaScript. The schema is in schema.graphql.</noscript>
<div id="root"></div>
<script src="${FOLDER}/workers.js"></script>
<script src="${FOLDER}/graphiql.js"></script>
<script src="${FOLDER}/start.js"></script>
</body>
</html>
`;

const FIRST_QUERY = `# Ctrl+Enter runs the query, Ctrl+Space says what may stand here.
{
  programmes {
    edges {
      node {
        slug
        title { text }
        successes(first: 3) {
          totalCount
          edges { node { question { text } result { text } } }
        }
      }
    }
  }
}
`;

const WORKERS = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    '${FOLDER}/' + (['json', 'graphql'].includes(label) ? label : 'editor') + '.worker.js',
};
`;

const START = `YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), ${JSON.stringify({
  endpoint: GRAPHQL_PATH,
  title: 'Lernschleife',
  defaultQuery: FIRST_QUERY,
})});
`;

type Bundle = Readonly<
  Record<'js' | 'css' | 'editorWorkerService' | 'jsonWorker' | 'graphqlWorker', string>
>;
type File = readonly [type: 'css' | 'js', content: string];

/**
 * GraphiQL in the browser at /graphql, from the installed package and from nowhere else; for development, and
 * used only then. Null where the package isn't installed, as in production. Its files are read at their first use.
 */
export function graphiql(): RequestHandler | null {
  const file = installed(PACKAGE);
  if (file === null) return null;
  let files: Promise<ReadonlyMap<string, File>> | null = null;
  return async (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && request.path === GRAPHQL_PATH && request.accepts(['json', 'html']) === 'html')
      return void response.setHeader('Content-Security-Policy', POLICY).type('html').send(PAGE);
    if (!reads || !request.path.startsWith(`${FOLDER}/`)) return next();
    const found = (await (files ??= filesOf(file))).get(request.path.slice(FOLDER.length + 1));
    if (found === undefined) return next();
    const [type, content] = found;
    response.setHeader('Cache-Control', 'private, max-age=3600').type(type).send(content);
  };
}

/** Looked up by name, so that the server needs no development package to start. */
function installed(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

async function filesOf(file: string): Promise<ReadonlyMap<string, File>> {
  const { default: bundle } = (await import(pathToFileURL(file).href)) as { default: Bundle };
  return new Map<string, File>([
    ['style.css', ['css', bundle.css]],
    ['graphiql.js', ['js', bundle.js]],
    ['editor.worker.js', ['js', bundle.editorWorkerService]],
    ['json.worker.js', ['js', bundle.jsonWorker]],
    ['graphql.worker.js', ['js', bundle.graphqlWorker]],
    ['workers.js', ['js', WORKERS]],
    ['start.js', ['js', START]],
  ]);
}
