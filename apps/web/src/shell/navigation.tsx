import { formatNumber } from '#ui/format.js';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { at } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { currentLoop, measuresIn, type Frame } from './frame-query.js';
import { screens } from './screens.js';

type Entry = {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  /** What the number counts, for screen readers. */
  readonly counted?: string;
};

/** All places of the workspace, in groups. Only places that have a screen are shown. */
export function Navigation({
  frame,
  open,
  onGo,
}: {
  readonly frame: Frame;
  readonly open: boolean;
  readonly onGo: () => void;
}): ReactElement {
  const language = useLanguage();
  const t = useWords();
  const [path] = useLocation();
  const loop = currentLoop(frame.loops);
  const entry = (
    place:
      | 'duties'
      | 'mail'
      | 'topics'
      | 'decisions'
      | 'voices'
      | 'ideas'
      | 'people'
      | 'calls'
      | 'programme'
      | 'undelivered',
  ): Entry[] =>
    screens.some((screen) => screen.path === at[place])
      ? [{ href: at[place], label: t(`workspace.nav.${place}`) }]
      : [];
  const dead = frame.deadMails?.length ?? null;
  const undelivered =
    dead === null
      ? []
      : entry('undelivered').map((one) => ({
          ...one,
          count: dead,
          counted: t('workspace.nav.undeliveredCounted', { count: dead }),
        }));
  const groups: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
    {
      title: t('workspace.nav.forMe'),
      entries: [
        ...entry('duties').map((duties) => ({
          ...duties,
          count: frame.duties.length,
          counted: t('workspace.nav.dutiesCounted', { count: frame.duties.length }),
        })),
        ...entry('mail'),
      ],
    },
    {
      title: t('workspace.nav.programmeGroup'),
      entries: [
        ...(loop === null
          ? []
          : [
              {
                href: at.board(loop.number),
                label: t('loop.name', { number: loop.number }),
                count: measuresIn(loop),
                counted: t('loop.measures', { count: measuresIn(loop) }),
              },
            ]),
        {
          href: at.loops,
          label: t('loop.all'),
          count: frame.loops.length,
          counted: t('loop.count', { count: frame.loops.length }),
        },
        ...entry('topics'),
        ...entry('decisions'),
        ...entry('voices').map((voices) => ({
          ...voices,
          count: frame.openVoices,
          counted: t('voice.openCounted', { count: frame.openVoices }),
        })),
        ...entry('ideas'),
      ],
    },
    { title: t('workspace.nav.peopleGroup'), entries: [...entry('people'), ...entry('calls')] },
    { title: t('workspace.nav.settingsGroup'), entries: [...entry('programme'), ...undelivered] },
  ];
  return (
    <nav
      className="ws-side"
      id="navigation"
      data-open={open ? 'true' : undefined}
      aria-label={t('workspace.name')}
    >
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ title, entries }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="ls-list">
              {entries.map(({ href, label, count, counted }) => (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={
                      path === href || (href !== '/' && path.startsWith(`${href}/`))
                        ? 'page'
                        : undefined
                    }
                    onClick={onGo}
                  >
                    {label}
                    {count === undefined ? null : (
                      <>
                        <span className="ls-num" aria-hidden="true">
                          {formatNumber(count, language)}
                        </span>
                        <span className="kern-sr-only">, {counted}</span>
                      </>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
