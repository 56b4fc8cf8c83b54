/** What a person may be in a programme, from the least to the most. */
export const ROLES = ['EMPLOYEE', 'GUIDE', 'CIRCLE', 'ADMINISTRATOR'] as const;
export type Role = (typeof ROLES)[number];
