import { figure } from './figures.js';
import type { Part } from './report.js';

const MEASURES = 500;
const MOVES = 60;
const MOST = { interactiveMs: 1_000, frameMs: 100 };
export const BOARD_WORK = `board of a loop with ${MEASURES} measures in Chromium`;
export const BOARD_TARGET = `interactive ≤ ${MOST.interactiveMs / 1_000} s after data, ${MOVES} moves without a frame over ${MOST.frameMs} ms`;

type BoardFigures = {
  readonly interactiveMs: number;
  readonly moves: number;
  readonly longestFrameMs: number;
  readonly framesOver100: number;
};

/** The board of a loop, opened and worked on by someone of the circle. */
export async function timeBoard(postgresUrl: string): Promise<Part> {
  const path = './board.js';
  const { measureBoard } = (await import(path)) as {
    measureBoard: (
      postgres: string,
      options: { readonly measures: number; readonly moves: number },
    ) => Promise<BoardFigures>;
  };
  const { interactiveMs, moves, longestFrameMs, framesOver100 } = await measureBoard(postgresUrl, {
    measures: MEASURES,
    moves: MOVES,
  });
  return {
    rows: [
      {
        work: BOARD_WORK,
        target: BOARD_TARGET,
        measured: `interactive ${figure(interactiveMs)} ms after data; ${moves} moves: longest frame ${figure(longestFrameMs)} ms, ${framesOver100} over ${MOST.frameMs} ms`,
        reached: interactiveMs <= MOST.interactiveMs && framesOver100 === 0,
      },
    ],
    details: [],
  };
}
