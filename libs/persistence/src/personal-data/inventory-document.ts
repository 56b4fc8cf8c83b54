import {
  columnsOf,
  DATA_CLASSES,
  INVENTORY,
  LEGAL_GROUNDS,
  RETENTION_TEXTS,
  type DataClass,
  type TableEntry,
} from './inventory.js';

const CLASSES: Readonly<Record<DataClass, string>> = {
  PUBLIC: 'anyone may read it once it is published',
  INTERNAL: 'about the work, and about nobody in particular',
  PERSONAL: 'about a person',
  SECRET: 'opens something, and is shown to nobody',
};

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');

function sectionOf(entry: TableEntry): string[] {
  const { table, purpose, ground, retention, except = {} } = entry;
  return [
    `## ${table}`,
    '',
    `${purpose}.`,
    '',
    `- Ground: ${LEGAL_GROUNDS[ground]}`,
    `- Kept: ${RETENTION_TEXTS[retention]}`,
    ...DATA_CLASSES.flatMap((one) => {
      const columns = columnsOf(entry, one);
      return columns.length === 0 ? [] : [`- ${one}: ${code(columns)}`];
    }),
    ...Object.entries(except).map(([column, other]) => {
      const words = [
        other.purpose,
        other.ground && LEGAL_GROUNDS[other.ground],
        other.retention && `kept ${RETENTION_TEXTS[other.retention]}`,
      ];
      return `- \`${column}\`: ${words.filter((word) => word !== undefined).join('; ')}`;
    }),
    '',
  ];
}

/** docs/personal-data.md, as the inventory says it. */
export function inventoryDocument(): string {
  return [
    '# Personal data',
    '',
    'Every column of every table: its class, its purpose, the legal ground in general words, and how long it is kept.',
    'Printed from `libs/persistence/src/personal-data/inventory.ts` by `npm run print:personal-data`; a test fails on a',
    'column that isn’t there. What is said of a table holds for each of its columns, but for those named below it.',
    '',
    ...DATA_CLASSES.map((one) => `- ${one}: ${CLASSES[one]}.`),
    '',
    'Beside the database: mails that are kept in `DATA_DIR/mails` where there is no mail server, for trying out; backups,',
    'which are the operator’s to let run out; logs, which hold no names, addresses or texts of people.',
    '',
    ...INVENTORY.flatMap(sectionOf),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
