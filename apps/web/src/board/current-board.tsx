import type { ReactElement } from 'react';
import { Redirect } from 'wouter';
import { at } from '../addresses.js';
import { currentLoop } from '../shell/frame-query.js';
import { useWorkspace } from '../shell/workspace.js';

/** The start of a programme: the board of the loop that runs; without any loop, the list of loops. */
export default function CurrentBoard(): ReactElement {
  const loop = currentLoop(useWorkspace().frame.loops);
  return <Redirect href={loop === null ? at.loops : at.board(loop.number)} replace />;
}
