import { lazy, type ComponentType } from 'react';

/** A screen of a programme: its path below the programme's base, and what is shown there. */
export type Screen = { readonly path: string; readonly component: ComponentType };

/**
 * All screens. Each is loaded when it is first opened, so that the first load stays small; a screen reads its
 * parameters with `useParams` of wouter. A path that stands here and in `at` appears in the navigation.
 */
export const screens: readonly Screen[] = [
  { path: '/', component: lazy(() => import('../board/current-board.js')) },
  { path: '/board/:loop', component: lazy(() => import('../board/board-screen.js')) },
  { path: '/measures/:id', component: lazy(() => import('../measures/measure-screen.js')) },
  { path: '/loops', component: lazy(() => import('../loops/loops-screen.js')) },
  { path: '/loops/:number', component: lazy(() => import('../loops/loop-screen.js')) },
  { path: '/duties', component: lazy(() => import('../duties/duties-screen.js')) },
  { path: '/topics', component: lazy(() => import('../topics/topics-screen.js')) },
  { path: '/decisions', component: lazy(() => import('../decisions/decisions-screen.js')) },
  { path: '/voices', component: lazy(() => import('../voices/voices-screen.js')) },
  { path: '/calls', component: lazy(() => import('../calls/calls-screen.js')) },
  { path: '/calls/:key', component: lazy(() => import('../calls/call-screen.js')) },
  {
    path: '/calls/:key/applications',
    component: lazy(() => import('../calls/applicants-screen.js')),
  },
  { path: '/ideas', component: lazy(() => import('../ideas/ideas-screen.js')) },
  { path: '/people', component: lazy(() => import('../people/people-screen.js')) },
  { path: '/programme', component: lazy(() => import('../programme/programme-screen.js')) },
  { path: '/mail', component: lazy(() => import('../mail/mail-screen.js')) },
  { path: '/undelivered', component: lazy(() => import('../mail/undelivered-screen.js')) },
  { path: '/signed-in', component: lazy(() => import('../session/signed-in-screen.js')) },
];
