/** Injection token of `Writing`: transactions and the time, for use cases. */
export const WRITING = Symbol('writing');
