import { useEffect, useRef, type RefObject } from 'react';
import { useWords } from '../language.js';

/** The first screen leaves the focus where the browser puts it; every later one takes it to its heading. */
let screens = 0;

/** Until `useScreen` of the next screen has run, the address may be ahead of what is shown. */
let lastPath = '';

/**
 * Gives the page its title and, after a change of screen, puts the focus on the screen's heading, or on the place
 * that the address names after `#`. `title` is null while it isn't known yet.
 */
export function useScreen(title: string | null): RefObject<HTMLHeadingElement | null> {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const ready = title !== null;
  const path = location.pathname;
  useEffect(() => {
    if (title !== null)
      document.title = t('title.joined', { page: title, site: t('workspace.name') });
  }, [title, t]);
  useEffect(() => {
    if (!ready) return;
    const anchor = location.hash.slice(1);
    const target = anchor === '' ? null : document.getElementById(anchor);
    if (target) {
      target.tabIndex = -1;
      target.focus();
      target.scrollIntoView();
    } else if (screens > 0 && path !== lastPath) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    screens += 1;
    lastPath = path;
  }, [ready, path]);
  return heading;
}
