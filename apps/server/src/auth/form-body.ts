import express, { type RequestHandler } from 'express';

/** The only places that take forms; all else is read, or asked by GraphQL in JSON. */
export const FORM_PATHS = ['/sign-in', '/sign-out', '/mail', '/my-data'];

/** As many fields as a call may have choices and questions, and as many characters as an application or idea may hold. */
const APPLICATION = { limit: '256kb', parameterLimit: 250 };

/** Reads the form of an application to a call, or of an idea; a longer body is refused with 413. */
export function applicationBody(): RequestHandler {
  return express.urlencoded({ extended: false, ...APPLICATION });
}

/** Reads the form of a reader's feedback, or of thanks, each character of which may come as twelve; a longer body is refused with 413. */
export function feedbackBody(): RequestHandler {
  return express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 10 });
}

/** Reads the few short fields of our forms; a longer body is refused with 413. */
export function formBody(): RequestHandler {
  return express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 });
}
