import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PART_HERE, TurnsContext } from './parts/in-turn.js';

const DOCTYPE = '<!doctype html>';

/** A whole page as HTML text. */
export function renderDocument(element: ReactElement): string {
  return `${DOCTYPE}${renderToStaticMarkup(element)}`;
}

/** The same text, made part by part (`InTurn`): before each it waits for `turn`, so that others have theirs. */
export async function renderDocumentInTurns(
  element: ReactElement,
  turn: () => Promise<unknown>,
): Promise<string> {
  const parts: ReactElement[] = [];
  const take = (part: ReactElement): void => void parts.push(part);
  const frame = renderToStaticMarkup(createElement(TurnsContext, { value: take }, element));
  const [start = '', ...rest] = frame.split(PART_HERE);
  let html = DOCTYPE + start;
  for (const [at, between] of rest.entries()) {
    await turn();
    html += renderToStaticMarkup(parts[at]) + between;
  }
  return html;
}
