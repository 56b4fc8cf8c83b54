import { Icon } from '#ui/parts/icon.js';
import {
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { ClientError } from '../graphql/client.js';
import { useWords } from '../language.js';

/** Until this many ms have passed, waiting isn't worth a word: it would only flicker. */
const QUIET_MS = 300;

export function Loading({ what }: { readonly what?: string }): ReactElement {
  const t = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="ws-state" role="status">
      {shown ? (what ?? t('workspace.loading')) : null}
    </p>
  );
}

/** Says why there is nothing to see, and what can be done. */
export function Failure({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}): ReactElement {
  const t = useWords();
  const problem = error instanceof ClientError ? error.problem : 'FAILED';
  const requestId = error instanceof ClientError ? error.requestId : null;
  return (
    <div className="ws-state ws-state--failed" role="alert">
      <h2>
        <Icon name="warning" />
        {t(`workspace.problem.${problem}.title`)}
      </h2>
      <p>{t(`workspace.problem.${problem}.text`)}</p>
      {requestId !== null && problem === 'FAILED' ? (
        <p className="ls-muted">{t('error.request', { id: requestId })}</p>
      ) : null}
      {problem === 'NOT_FOUND' ? null : (
        <button className="ws-btn" type="button" onClick={onRetry}>
          {t('workspace.retry')}
        </button>
      )}
    </div>
  );
}

/** Something kind where there is nothing yet. */
export function Nothing({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="ws-empty">{children}</p>;
}

/** Whether the browser has a connection. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      window.addEventListener('online', watcher);
      window.addEventListener('offline', watcher);
      return () => {
        window.removeEventListener('online', watcher);
        window.removeEventListener('offline', watcher);
      };
    },
    () => navigator.onLine,
  );
}

export function OfflineNote(): ReactElement {
  const t = useWords();
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className="ws-offline">
          <Icon name="warning" small />
          {t('workspace.offline')}
        </p>
      )}
    </div>
  );
}
