/** A path into a programme file, e.g. ['measures', 3, 'steps', 0, 'due']. */
export type FilePath = readonly (string | number)[];
