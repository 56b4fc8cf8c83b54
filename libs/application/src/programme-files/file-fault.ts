import type { FilePath } from './file-path.js';

/** One thing that is wrong in a file: where (line from 1), at which key, and why. */
export type FileFault = { readonly line: number; readonly key: string; readonly reason: string };

/** Makes the fault at a path of the file, e.g. ['measures', 3, 'due']. */
export type FaultAt = (path: FilePath, reason: string) => FileFault;
