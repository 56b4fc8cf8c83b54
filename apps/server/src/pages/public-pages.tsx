import { Injectable } from '@nestjs/common';
import {
  ProgrammeReader,
  type Loop,
  type Programme,
} from '#application/published/programme-reader.js';
import { PublishedVoicesReader } from '#application/published/published-voices-reader.js';
import {
  NO_FILTER,
  SuccessesReader,
  type SuccessFilter,
} from '#application/published/successes-reader.js';
import { PDCA_PHASES } from '#domain/pdca/pdca-phase.js';
import { parameters, type Place } from '#ui/addresses.js';
import { LoopPage } from '#ui/loops/loop-page.js';
import { LoopsPage } from '#ui/loops/loops-page.js';
import type { PageFrame } from '#ui/parts/frame.js';
import { ProgrammesPage } from '#ui/programmes/programmes-page.js';
import { SuccessPage } from '#ui/successes/success-page.js';
import { SuccessesPage } from '#ui/successes/successes-page.js';
import { TextPage } from '#ui/texts/text-page.js';
import { TopicPage } from '#ui/topics/topic-page.js';
import type { FieldFault } from '#ui/errors/error-page.js';
import type { FilterView, Language } from '#ui/views.js';
import type { ReactElement } from 'react';
import type { Source } from '../hot/hot-answers.js';
import { refuseBadText } from '../http/bad-text.js';
import { FieldFaultException } from './field-fault.exception.js';
import { inWordsOf } from './in-words-of.js';

/** A page before it is rendered, and what it was computed from: the same records give the same page. */
export type PublicPage = {
  readonly element: ReactElement;
  readonly facts: unknown;
  /** Whose records they are. */
  readonly source: Source;
};

/** Topics on one page of successes. */
const TOPICS_PER_PAGE = 12;
/** Successes of a topic on that page; the topic's own page shows the others. */
const SUCCESSES_PER_TOPIC = 8;
const SUCCESSES_OF_ONE_TOPIC = 200;
const PROGRAMMES_PER_PAGE = 100;
const LONGEST_SEARCH = 200;

/** Gathers what a public page shows. Each page costs a fixed number of statements. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly programmes: ProgrammeReader,
    private readonly successes: SuccessesReader,
    private readonly voices: PublishedVoicesReader,
  ) {}

  /** The page of a place, or null when nothing is published there. Throws FieldFaultException on a query it can't read. */
  async page(
    place: Place,
    query: URLSearchParams,
    frame: PageFrame,
    now: Date,
  ): Promise<PublicPage | null> {
    const asOf = now.toISOString();
    if (place.page === 'programmes') {
      const view = {
        programmes: await this.programmes.list(frame.language, PROGRAMMES_PER_PAGE, null),
      };
      return { element: <ProgrammesPage {...frame} view={view} />, facts: view, source: 'all' };
    }
    refuseBadText(place, '');
    const programme = await this.programmes.bySlug(place.slug, frame.language);
    if (programme === null) return null;
    const page = await this.pageOf(programme, place, query, frame, asOf);
    return page === null
      ? null
      : {
          ...page,
          element: inWordsOf(programme, frame.language, page.element),
          source: { programmeId: programme.id },
        };
  }

  private async pageOf(
    programme: Programme,
    place: Exclude<Place, { page: 'programmes' }>,
    query: URLSearchParams,
    frame: PageFrame,
    asOf: string,
  ): Promise<Omit<PublicPage, 'source'> | null> {
    switch (place.page) {
      case 'successes':
        return this.successesPage(programme, query, frame, asOf);
      case 'success':
        return this.successPage(programme, place.measureKey, frame, asOf);
      case 'loops': {
        const view = { programme, loops: await this.programmes.loops([programme.id]) };
        return { element: <LoopsPage {...frame} view={{ ...view, asOf }} />, facts: view };
      }
      case 'loop':
        return this.loopPage(programme, place.number, frame, asOf);
      case 'topic':
        return this.topicPage(programme, place.key, frame, asOf);
      case 'accessibility':
      case 'easy':
      case 'privacy':
        return {
          element: <TextPage {...frame} name={place.page} programme={programme} />,
          facts: programme,
        };
      // Answered elsewhere: feeds, and the pages with forms.
      case 'join':
      case 'ideas':
      case 'feedback':
      case 'thanks':
      case 'atom':
      case 'json':
        return null;
    }
  }

  private async successesPage(
    programme: Programme,
    query: URLSearchParams,
    frame: PageFrame,
    asOf: string,
  ): Promise<Omit<PublicPage, 'source'>> {
    const scope = scopeOf(programme, frame.language);
    const filter = readFilter(query);
    const after = query.get(parameters.after);
    const successFilter = toSuccessFilter(filter);
    const [loops, topics, overview, voices] = await Promise.all([
      this.programmes.loops([programme.id]),
      this.successes.topics(scope, successFilter, {
        first: TOPICS_PER_PAGE + 1,
        after,
        perTopic: SUCCESSES_PER_TOPIC,
      }),
      this.successes.overview(scope, successFilter),
      this.voices.ofProgramme(programme.id),
    ]);
    const shown = topics.slice(0, TOPICS_PER_PAGE);
    const view = {
      programme,
      loops,
      topics: shown,
      filter,
      choices: { topics: overview.topics, goals: overview.goals, units: overview.units },
      topicCount: overview.topicCount,
      successCount: overview.successCount,
      after,
      nextAfter: topics.length > TOPICS_PER_PAGE ? (shown.at(-1)?.key ?? null) : null,
      voices,
    };
    return { element: <SuccessesPage {...frame} view={{ ...view, asOf }} />, facts: view };
  }

  private async successPage(
    programme: Programme,
    key: string,
    frame: PageFrame,
    asOf: string,
  ): Promise<Omit<PublicPage, 'source'> | null> {
    const [found, voices] = await Promise.all([
      this.successes.byMeasureKey(scopeOf(programme, frame.language), key),
      this.voices.ofMeasure(programme.id, key),
    ]);
    if (found === null) return null;
    const view = { programme, ...found, voices };
    return { element: <SuccessPage {...frame} view={{ ...view, asOf }} />, facts: view };
  }

  private async loopPage(
    programme: Programme,
    number: number,
    frame: PageFrame,
    asOf: string,
  ): Promise<Omit<PublicPage, 'source'> | null> {
    const [loops, successes] = await Promise.all([
      this.programmes.loops([programme.id]),
      this.successes.ofLoop(scopeOf(programme, frame.language), number),
    ]);
    const at = loops.findIndex((loop) => loop.number === number);
    const loop: Loop | undefined = loops[at];
    if (loop === undefined) return null;
    const view = {
      programme,
      loop,
      successes,
      previous: loops[at - 1] ?? null,
      next: loops[at + 1] ?? null,
    };
    return { element: <LoopPage {...frame} view={{ ...view, asOf }} />, facts: view };
  }

  private async topicPage(
    programme: Programme,
    key: string,
    frame: PageFrame,
    asOf: string,
  ): Promise<Omit<PublicPage, 'source'> | null> {
    const scope = scopeOf(programme, frame.language);
    const [list, [withSuccesses]] = await Promise.all([
      this.successes.topicList(scope),
      this.successes.topics(
        scope,
        { ...NO_FILTER, topics: [key] },
        {
          first: 1,
          after: null,
          perTopic: SUCCESSES_OF_ONE_TOPIC,
        },
      ),
    ]);
    const at = list.findIndex((topic) => topic.key === key);
    const topic = list[at];
    if (topic === undefined) return null;
    const view = {
      programme,
      topic: {
        ...topic,
        successes: withSuccesses?.successes ?? [],
        more: withSuccesses?.more ?? 0,
      },
      previous: list[at - 1] ?? null,
      next: list[at + 1] ?? null,
    };
    return { element: <TopicPage {...frame} view={{ ...view, asOf }} />, facts: view };
  }
}

function scopeOf(
  programme: Programme,
  wanted: Language,
): { programmeId: string; wanted: string; written: string } {
  return { programmeId: programme.id, wanted, written: programme.defaultLanguage };
}

/** The filter of the page's form; an empty field lets all through. Throws FieldFaultException that names the field. */
export function readFilter(query: URLSearchParams): FilterView {
  const text = (field: FieldFault['field']): string | null => {
    const value = query.get(parameters[field])?.trim() ?? '';
    // A decoded address can't hold half of a surrogate pair.
    if (value.includes('\u0000'))
      throw new FieldFaultException({ field, problem: 'BAD_CHARACTER' });
    return value === '' ? null : value;
  };
  const search = text('search') ?? '';
  if (search.length > LONGEST_SEARCH)
    throw new FieldFaultException({ field: 'search', problem: 'TOO_LONG', limit: LONGEST_SEARCH });
  const loop = text('loop');
  if (loop !== null && !/^[1-9]\d{0,4}$/.test(loop))
    throw new FieldFaultException({ field: 'loop', problem: 'NOT_A_NUMBER' });
  const phaseText = text('phase');
  const phase = PDCA_PHASES.find((one) => one === phaseText) ?? null;
  if (phaseText !== null && phase === null)
    throw new FieldFaultException({ field: 'phase', problem: 'UNKNOWN' });
  refuseBadText(query.get(parameters.after), parameters.after);
  return {
    search,
    loop: loop === null ? null : Number(loop),
    phase,
    topic: text('topic'),
    goal: text('goal'),
    unit: text('unit'),
  };
}

function toSuccessFilter(filter: FilterView): SuccessFilter {
  const one = <Value,>(value: Value | null): Value[] => (value === null ? [] : [value]);
  return {
    search: filter.search,
    loops: one(filter.loop),
    phases: one(filter.phase),
    topics: one(filter.topic),
    goals: one(filter.goal),
    units: one(filter.unit),
  };
}
