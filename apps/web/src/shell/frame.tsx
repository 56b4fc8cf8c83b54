import { useQuery } from '@tanstack/react-query';
import { wordsIn } from '#ui/messages/own-words.js';
import { OwnWordsContext } from '#ui/parts/own-words.js';
import { Suspense, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { Failure, Loading, OfflineNote } from '../parts/states.js';
import { DemonstrationNote } from './demonstration-note.js';
import { FRAME, type Frame } from './frame-query.js';
import { Header } from './header.js';
import { useLive } from './live.js';
import { Navigation } from './navigation.js';
import { NoSuchScreen } from './no-such-screen.js';
import { ScreenBoundary } from './screen-boundary.js';
import { screens } from './screens.js';
import { keys, WorkspaceContext } from './workspace.js';

/** The workspace of one programme: head, navigation, and the screen that the address names. */
export function WorkspaceFrame({ slug }: { readonly slug: string }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.frame(slug),
    queryFn: () => ask(FRAME, { programme: slug }),
  });
  const frame = data?.workspace;
  if (!frame)
    return (
      <main className="ws-wait" id="content">
        {error ? (
          <>
            <h1 className="ws-h1">{t('workspace.name')}</h1>
            <Failure error={error} onRetry={() => void refetch()} />
          </>
        ) : (
          <Loading what={t('workspace.opening')} />
        )}
      </main>
    );
  return (
    <InWordsOf programme={frame.programme}>
      <Opened slug={slug} frame={frame} open={open} onOpen={setOpen} />
    </InWordsOf>
  );
}

/** All that is inside says the words of the programme. */
function InWordsOf({
  programme,
  children,
}: {
  readonly programme: Frame['programme'];
  readonly children: ReactNode;
}): ReactElement {
  const language = useLanguage();
  const own = useMemo(
    () =>
      wordsIn(language, {
        defaultLanguage: programme.defaultLanguage,
        words: Object.fromEntries(programme.words.map(({ key, word }) => [key, word])),
      }),
    [language, programme],
  );
  return <OwnWordsContext value={own}>{children}</OwnWordsContext>;
}

function Opened({
  slug,
  frame,
  open,
  onOpen,
}: {
  readonly slug: string;
  readonly frame: Parameters<typeof Header>[0]['frame'];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}): ReactElement {
  const t = useWords();
  const [looking, look] = useState<string | null>(null);
  const presence = useLive(slug, looking);
  const value = useMemo(() => ({ slug, frame, presence, look }), [slug, frame, presence]);
  return (
    <WorkspaceContext value={value}>
      <a className="ls-skip" href="#content">
        {t('site.skip')}
      </a>
      <DemonstrationNote />
      <div className="ws">
        <Header frame={frame} open={open} onToggle={() => onOpen(!open)} />
        <Navigation frame={frame} open={open} onGo={() => onOpen(false)} />
        <main className="ws-main" id="content" tabIndex={-1}>
          <OfflineNote />
          <ScreenBoundary>
            <Suspense fallback={<Loading />}>
              <Switch>
                {screens.map(({ path, component }) => (
                  <Route key={path} path={path} component={component} />
                ))}
                <Route component={NoSuchScreen} />
              </Switch>
            </Suspense>
          </ScreenBoundary>
        </main>
      </div>
    </WorkspaceContext>
  );
}
