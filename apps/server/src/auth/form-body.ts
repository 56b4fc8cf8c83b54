import express, { type RequestHandler } from 'express';

/** The only places that take forms; all else is read, or asked by GraphQL in JSON. */
export const FORM_PATHS = ['/sign-in', '/sign-out'];

/** Reads the few short fields of our forms; a longer body is refused with 413. */
export function formBody(): RequestHandler {
  return express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 });
}
