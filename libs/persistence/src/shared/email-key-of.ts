/** SQL: a column of addresses, as `emailKey` of the domain compares them. */
export function emailKeyOf(column: string): string {
  return `lower(${column} COLLATE "C")`;
}
