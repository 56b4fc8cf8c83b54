import type { ReactElement } from 'react';
import { FAVICON } from '#ui/layout/favicon.js';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import type { Language } from '#ui/views.js';
import type { Assets } from '../http/assets.js';
import type { WebFiles } from './web-files.js';

/** The one document of the workspace; the script fills it. It holds nothing of any programme. */
export function WorkspaceShell({
  language,
  assets,
  web,
  demonstration,
}: {
  readonly language: Language;
  readonly assets: Assets;
  readonly web: WebFiles;
  /** Whether anyone may be anyone here: then every screen says so. */
  readonly demonstration: boolean;
}): ReactElement {
  const t = workspaceMessagesFor(language);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('workspace.name')}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link
          rel="preload"
          href={assets.font}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="stylesheet" href={web.stylesheet} />
        <link rel="icon" href={FAVICON} />
        {web.preloads.map((path) => (
          <link key={path} rel="modulepreload" href={path} />
        ))}
        <script type="module" src={web.script} />
      </head>
      <body>
        <div id="workspace" data-demonstration={demonstration ? 'true' : undefined}>
          <main className="ws-wait">
            <p role="status">{t('workspace.opening')}</p>
            <noscript>
              <p>{t('workspace.needsScript')}</p>
            </noscript>
          </main>
        </div>
      </body>
    </html>
  );
}
