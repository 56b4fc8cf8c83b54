import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PIECE_HERE, PiecesContext } from './parts/piece.js';

const DOCTYPE = '<!doctype html>';

/** A whole page as HTML text. */
export function renderDocument(element: ReactElement): string {
  return `${DOCTYPE}${renderToStaticMarkup(element)}`;
}

/** The same text, made piece by piece: between two of them it waits for `turn`, so that others have theirs. */
export async function renderDocumentInTurns(
  element: ReactElement,
  turn: () => Promise<unknown>,
): Promise<string> {
  const pieces: ReactElement[] = [];
  const take = (piece: ReactElement): void => void pieces.push(piece);
  const frame = renderToStaticMarkup(createElement(PiecesContext, { value: take }, element));
  const [start = '', ...rest] = frame.split(PIECE_HERE);
  let html = DOCTYPE + start;
  for (const [at, between] of rest.entries()) {
    await turn();
    html += renderToStaticMarkup(pieces[at]) + between;
  }
  return html;
}
