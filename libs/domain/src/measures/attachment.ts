/** What may be attached to a result: a figure needs an alternative text, a video a transcript. */
export const ATTACHMENT_KINDS = ['FIGURE', 'FILE', 'VIDEO'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];
