/**
 * Beside the database's own socket lies a second one: whoever connects is sent a copy of the data directory, as its
 * length in bytes (unsigned, big-endian) and a tar of so many bytes. A copy without its whole length is none.
 */
export const COPY_SOCKET = 'copy';
export const LENGTH_BYTES = 8;
