import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Language } from '#ui/views.js';
import type { ReactElement } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { languageIn, workspacesAddress } from './addresses.js';
import { ClientError } from './graphql/client.js';
import { LanguageContext } from './language.js';
import { Announcer } from './parts/announcer.js';
import { Toasts } from './parts/toasts.js';
import { SessionDialog } from './session/session-dialog.js';
import { WorkspaceFrame } from './shell/frame.js';
import { ProgrammesScreen } from './shell/programmes-screen.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Changes of others are told by the server; this is for the case that the telling fails.
      staleTime: 60_000,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 && error instanceof ClientError && error.problem === 'OFFLINE',
    },
    mutations: { networkMode: 'always' },
  },
});

/** The whole workspace. Addresses: /workspace/{language}/{programme}/… */
export function App({ language }: { readonly language: Language }): ReactElement {
  return (
    <QueryClientProvider client={client}>
      <LanguageContext value={language}>
        <Switch>
          <Route path="/workspace/:language" component={ProgrammesScreen} />
          <Route path="/workspace/:language/:slug/*?">
            {({ slug }) => (
              <Router base={`/workspace/${languageIn(location.pathname) ?? language}/${slug}`}>
                <WorkspaceFrame slug={slug} />
              </Router>
            )}
          </Route>
          <Route>
            <Redirect href={workspacesAddress(language)} replace />
          </Route>
        </Switch>
        <Toasts />
        <Announcer />
        <SessionDialog />
      </LanguageContext>
    </QueryClientProvider>
  );
}
