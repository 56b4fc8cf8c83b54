/** Signs the session cookies of servers under test. */
export const TEST_SESSION_SECRET = 'a secret for tests, of 32 letters';
