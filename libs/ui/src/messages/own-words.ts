import type { Language } from '../views.js';
import { translatorOf, type PlainValues, type Translator } from './translator.js';

/** What a programme calls its things: key of the catalogue, such as `word.loop`, → its own word. */
export type OwnWords = Readonly<Record<string, string>>;

/** What may have a name of the programme's own, each with the keys of its word for one and for many. */
export const NAMED = {
  programme: ['word.programme'],
  circle: ['word.circle'],
  loop: ['word.loop', 'word.loops'],
  topic: ['word.topic', 'word.topics'],
  measure: ['word.measure', 'word.measures'],
  goal: ['word.goal', 'word.goals'],
  guide: ['word.guide', 'word.guides'],
  unit: ['word.unit'],
} as const;

export type Named = keyof typeof NAMED;
export type OwnWordKey = (typeof NAMED)[Named][number];

type Labels = Readonly<Record<Named, Readonly<Record<string, string>>>>;

/**
 * The labels that say a programme's own word: {own} is its word for one, {owns} for many. Only those stand here whose
 * grammar fits any noun, of any gender: headings, navigation, columns, badges, buttons and names with a number. Running
 * sentences keep the word of the catalogue.
 */
export const ownLabels: Readonly<Record<Language, Labels>> = {
  de: {
    programme: { 'brand.kind': '{own}', 'workspace.nav.programmeGroup': '{own}' },
    circle: {
      'role.CIRCLE': '{own}',
      'workspace.role.CIRCLE': '{own}',
      'decisions.body.usual': '{own}',
    },
    loop: {
      'nav.loops': '{owns}',
      'loop.name': '{own}\u00a0{number}',
      'loop.count':
        '{count, plural, =0 {Noch keine {owns}} one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'loop.list': '{count, plural, one {{own} {list}} other {{owns} {list}}}',
      'loop.all': 'Alle {owns}',
      'loop.neighbours': 'Weitere {owns}',
      'loops.title': '{owns}',
      'successes.loop': '{own}',
      'path.label': '<hidden>Weg durch die </hidden>{owns}',
      'path.loop': '{own}',
      'entry.continuedFrom': 'Setzt fort: <link>{own}\u00a0{number}</link>',
      'entry.continuedIn': 'Geht weiter: <link>{own}\u00a0{number}</link>',
      'next.takenUp': '<b>Aufgegriffen</b> in <link>{own}\u00a0{number}</link>',
      'board.loop': '{own} ansehen',
      'move.carried': '„{title}“ geht in {own} {number} weiter.',
      'loops.plan.title': '{own} {number} planen',
      'loops.planned': '{own} {number} ist geplant.',
      'loops.toBoard': 'Board<hidden> von {own} {number}</hidden>',
      'loopPage.next.RUNNING': '{own} beginnen',
      'loopPage.next.CLOSED': '{own} abschließen',
      'loopPage.obstacle.OTHER_LOOP_RUNNING': '<link>{own} {number}</link> läuft noch',
      'loopPage.changed': '{own} {number}: {stage}.',
      'loopPage.reopen.title': '{own} {number} wieder öffnen',
      'loopPage.periodOf': 'Zeitraum von {own} {number}',
      'nextSteps.became': 'Aufgenommen in {own} {number}: {title}',
      'persons.term': '{owns} {first} bis {last}',
      'join.form.lastLoop.loop': '{own}\u00a0{number}',
      'chain.title': 'Weg durch die {owns}',
    },
    topic: {
      'successes.topic': '{own}',
      'successes.topics': '{owns}',
      'successes.more': 'Weitere {owns} anzeigen',
      'successes.result':
        '{topics, plural, one {# {own}} other {# {owns}}} mit {successes, plural, one {einem veröffentlichten Ergebnis} other {# veröffentlichten Ergebnissen, die neuesten zuerst}}',
      'topic.eyebrow': '{own}',
      'topic.neighbours': 'Weitere {owns}',
      'workspace.nav.topics': '{owns}',
      'board.filter.topic': '{own}',
      'topics.add': '{own} anlegen …',
    },
    measure: {
      'entry.measure': '{own}',
      'loop.noMeasures': 'Noch keine {owns}',
      'loop.measures':
        '{count, plural, =0 {Noch keine {owns}} one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'board.label': '{owns} nach Phase',
      'board.emptyColumn': 'Keine {owns}',
      'board.shown':
        '{shown, plural, one {# {own}} other {# {owns}}}{all, plural, =0 {} other { von #}}',
      'loopPage.counts': '{owns} nach Phase',
      'selection.count': '{count, plural, one {# {own}} other {# {owns}}} ausgewählt',
      'selection.label': 'Ausgewählte {owns}',
      'topics.measure': '{own} anlegen …',
      'topics.measure.submit': '{own} anlegen',
    },
    goal: {
      'successes.goal': '{own}',
      'entry.goals': '{count, plural, one {{own}} other {{owns}}}',
      'board.filter.goal': '{own}',
      'facts.goals': '{owns}',
      'goals.title': '{owns}',
    },
    guide: {
      'role.GUIDE': '{own}',
      'workspace.role.GUIDE': '{own}',
      'entry.guides': '{owns}',
      'guides.count': '{count, plural, one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'guides.more': 'noch {count, plural, one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'guides.ofUnit': '{own}, {unit}',
      'board.filter.guide': '{own}',
      'people.guide': '{owns}',
      'join.does.title': '{own}: was zu tun ist',
    },
    unit: { 'successes.unit': '{own}', 'board.filter.unit': '{own}', 'facts.unit': '{own}' },
  },
  en: {
    programme: { 'brand.kind': '{own}', 'workspace.nav.programmeGroup': '{own}' },
    circle: {
      'role.CIRCLE': '{own}',
      'workspace.role.CIRCLE': '{own}',
      'decisions.body.usual': '{own}',
    },
    loop: {
      'nav.loops': '{owns}',
      'loop.name': '{own}\u00a0{number}',
      'loop.count': '{count, plural, =0 {No {owns} yet} one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'loop.list': '{count, plural, one {{own} {list}} other {{owns} {list}}}',
      'loop.all': 'All {owns}',
      'loop.neighbours': 'More {owns}',
      'loops.title': '{owns}',
      'successes.loop': '{own}',
      'path.label': '<hidden>The way through the </hidden>{owns}',
      'path.loop': '{own}',
      'entry.continuedFrom': 'Continues from <link>{own}\u00a0{number}</link>',
      'entry.continuedIn': 'Continued in <link>{own}\u00a0{number}</link>',
      'next.takenUp': '<b>Taken up</b> in <link>{own}\u00a0{number}</link>',
      'board.loop': 'View the {own}',
      'move.carried': '“{title}” goes on in {own} {number}.',
      'loops.plan.title': 'Plan {own} {number}',
      'loops.planned': '{own} {number} is planned.',
      'loops.toBoard': 'Board<hidden> of {own} {number}</hidden>',
      'loopPage.next.RUNNING': 'Start the {own}',
      'loopPage.next.CLOSED': 'Close the {own}',
      'loopPage.obstacle.OTHER_LOOP_RUNNING': '<link>{own} {number}</link> is still running',
      'loopPage.changed': '{own} {number}: {stage}.',
      'loopPage.reopen.title': 'Reopen {own} {number}',
      'loopPage.periodOf': 'Period of {own} {number}',
      'nextSteps.became': 'Taken up in {own} {number}: {title}',
      'persons.term': '{owns} {first} to {last}',
      'join.form.lastLoop.loop': '{own}\u00a0{number}',
      'chain.title': 'Path through the {owns}',
    },
    topic: {
      'successes.topic': '{own}',
      'successes.topics': '{owns}',
      'successes.more': 'Show more {owns}',
      'successes.result':
        '{topics, plural, one {# {own}} other {# {owns}}} with {successes, plural, one {one published result} other {# published results, newest first}}',
      'topic.eyebrow': '{own}',
      'topic.neighbours': 'More {owns}',
      'workspace.nav.topics': '{owns}',
      'board.filter.topic': '{own}',
      'topics.add': 'Add: {own} …',
    },
    measure: {
      'entry.measure': '{own}',
      'loop.noMeasures': 'No {owns} yet',
      'loop.measures':
        '{count, plural, =0 {No {owns} yet} one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'board.label': '{owns} by phase',
      'board.emptyColumn': 'No {owns}',
      'board.shown':
        '{shown, plural, one {# {own}} other {# {owns}}}{all, plural, =0 {} other { of #}}',
      'loopPage.counts': '{owns} by phase',
      'selection.count': '{count, plural, one {# {own}} other {# {owns}}} selected',
      'selection.label': 'Selected {owns}',
      'topics.measure': 'Add: {own} …',
      'topics.measure.submit': 'Add',
    },
    goal: {
      'successes.goal': '{own}',
      'entry.goals': '{count, plural, one {{own}} other {{owns}}}',
      'board.filter.goal': '{own}',
      'facts.goals': '{owns}',
      'goals.title': '{owns}',
    },
    guide: {
      'role.GUIDE': '{own}',
      'workspace.role.GUIDE': '{own}',
      'entry.guides': '{owns}',
      'guides.count': '{count, plural, one {#\u00a0{own}} other {#\u00a0{owns}}}',
      'guides.more': '{count} more: {count, plural, one {{own}} other {{owns}}}',
      'guides.ofUnit': '{own}, {unit}',
      'board.filter.guide': '{own}',
      'people.guide': '{owns}',
      'join.does.title': '{own}: what there is to do',
    },
    unit: { 'successes.unit': '{own}', 'board.filter.unit': '{own}', 'facts.unit': '{own}' },
  },
};

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const names = Object.keys(NAMED) as Named[];

/** Which thing a label names. */
const namedBy = new Map(
  names.flatMap((named) => Object.keys(ownLabels.de[named]).map((key) => [key, named] as const)),
);

const allOf = (language: Language): Record<string, string> =>
  Object.fromEntries(names.flatMap((named) => Object.entries(ownLabels[language][named])));
const labelTranslators: Record<Language, Translator<string>> = {
  de: translatorOf(allOf('de'), LOCALES.de),
  en: translatorOf(allOf('en'), LOCALES.en),
};

/** One translator for the same words, so that what depends on it needn't be made anew. */
const known = new WeakMap<OwnWords, Map<unknown, unknown>>();

/** The same messages with a programme's own words in the labels; without own words, the same translator. */
export function withOwnWords<Key extends string>(
  base: Translator<Key>,
  language: Language,
  own: OwnWords,
): Translator<Key> {
  const made = known.get(own) ?? new Map<unknown, unknown>();
  known.set(own, made);
  if (!made.has(base)) made.set(base, makeWithOwnWords(base, language, own));
  return made.get(base) as Translator<Key>;
}

function makeWithOwnWords<Key extends string>(
  base: Translator<Key>,
  language: Language,
  own: OwnWords,
): Translator<Key> {
  const values = new Map<Named, { readonly own: string; readonly owns: string }>();
  for (const named of names) {
    const [one, many = one] = NAMED[named].map((key) => own[key]);
    const word = one ?? many;
    if (word !== undefined) values.set(named, { own: word, owns: many ?? word });
  }
  if (values.size === 0) return base;
  const labels = labelTranslators[language];
  const wordsFor = (key: Key): PlainValues | undefined => {
    const named = namedBy.get(key);
    return named === undefined ? undefined : values.get(named);
  };
  const say = (key: Key, plain?: PlainValues): string => {
    const words = wordsFor(key);
    return words ? labels(key, { ...plain, ...words }) : base(key, plain);
  };
  const rich: Translator<Key>['rich'] = (key, parts) => {
    const words = wordsFor(key);
    return words ? labels.rich(key, { ...parts, ...words }) : base.rich(key, parts);
  };
  return Object.assign(say, { rich });
}

/** A programme's own words are of its own language: a reader of another one is told those of the catalogue. */
export function wordsIn(
  language: Language,
  { defaultLanguage, words }: { readonly defaultLanguage: string; readonly words: OwnWords },
): OwnWords {
  return language === defaultLanguage ? words : {};
}
