/** The headings of the duties, in the order in which one works. */
export const GROUPS = ['ACCEPT', 'DO', 'CHECK', 'PUBLISH', 'DECIDE', 'HELP'] as const;

export type Group = (typeof GROUPS)[number];

/** The duties under their headings, each in the order in which they came; headings without one are left out. */
export function grouped<Duty>(
  duties: readonly Duty[],
  groupOf: (duty: Duty) => Group,
): readonly { readonly group: Group; readonly duties: readonly Duty[] }[] {
  return GROUPS.map((group) => ({
    group,
    duties: duties.filter((duty) => groupOf(duty) === group),
  })).filter(({ duties: some }) => some.length > 0);
}
