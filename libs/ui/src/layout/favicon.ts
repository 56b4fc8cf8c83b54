/** Two loops that go on into each other, drawn here so that it costs no request. */
export const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#2044AA"/><path d="M16 16c-3-4-5-5-7-5a5 5 0 0 0 0 10c2 0 4-1 7-5s5-5 7-5a5 5 0 0 1 0 10c-2 0-4-1-7-5z" fill="none" stroke="#fff" stroke-width="3"/></svg>',
)}`;
