/** The channels of NOTIFY between servers: a trigger tells of changes, servers tell who looks at what. */
export const TOLD_CHANNELS = ['lernschleife_change', 'lernschleife_presence'] as const;
export type ToldChannel = (typeof TOLD_CHANNELS)[number];
