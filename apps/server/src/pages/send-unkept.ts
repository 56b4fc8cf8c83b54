import type { Response } from 'express';
import type { ReactElement } from 'react';
import { renderDocument } from '#ui/render.js';

/** Sends a page that is one reader's alone, or answers a form: nothing between may keep it. */
export function sendUnkept(response: Response, status: number, page: ReactElement): void {
  response.status(status).setHeader('Cache-Control', 'no-store');
  response.type('html').send(renderDocument(page));
}

/** Leads on after a form was sent, to what is asked for anew. */
export function leadOn(response: Response, address: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(303, address);
}
