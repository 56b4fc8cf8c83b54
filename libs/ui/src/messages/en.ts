import type { de } from './de.js';

/** The English words of the public pages; a key that German has and this lacks fails the build. */
export const en: Record<keyof typeof de, string> = {
  'language.name': 'English',
  'language.label': 'Language:',
  'site.name': 'Lernschleife',
  'site.offeredBy': 'A service of {organisation}',
  'site.skip': 'Skip to content',
  'site.licence': 'Free software under the EUPL 1.2',
  'site.asOf': 'Data as of {moment}',
  'title.joined': '{page} – {site}',
  'nav.main': 'Main navigation',
  'nav.programmes': 'Programmes',
  'nav.successes': 'Successes',
  'nav.loops': 'Learning loops',
  'nav.path': 'You are here',
  'brand.kind': 'Transformation programme',
  'footer.contact': 'Contact',
  'footer.contactText': 'Do you have a question or an idea? We would love to hear from you.',
  'footer.follow': 'Follow along',
  'footer.atom': 'Atom feed',
  'footer.json': 'JSON feed',
  'footer.about': 'About these pages',
  'footer.accessibility': 'Accessibility statement',
  'footer.privacy': 'Privacy',

  'phase.PLAN': 'being planned',
  'phase.DO': 'under way',
  'phase.CHECK': 'being reviewed',
  'phase.ACT': 'being embedded',
  'phase.DONE': 'completed',
  'phase.STOPPED': 'stopped',
  'phase.CARRIED_OVER': 'carried over',
  'badge.PLAN': 'Being planned',
  'badge.DO': 'Under way',
  'badge.CHECK': 'Being reviewed',
  'badge.ACT': 'Being embedded',
  'badge.DONE': 'Completed',
  'badge.STOPPED': 'Stopped',
  'badge.CARRIED_OVER': 'Carried over',
  'choice.PLAN': 'Plan · being planned',
  'choice.DO': 'Do · under way',
  'choice.CHECK': 'Check · being reviewed',
  'choice.ACT': 'Act · being embedded',
  'choice.DONE': 'Completed',
  'choice.STOPPED': 'Stopped',
  'choice.CARRIED_OVER': 'Carried over',

  'stage.PLANNED': 'planned',
  'stage.RUNNING': 'running',
  'stage.REVIEW': 'in review',
  'stage.CLOSED': 'completed',

  'loop.name': 'Learning loop {number}',
  'loop.count':
    '{count, plural, =0 {No learning loops yet} =1 {One learning loop} =2 {Two learning loops} =3 {Three learning loops} =4 {Four learning loops} =5 {Five learning loops} =6 {Six learning loops} =7 {Seven learning loops} =8 {Eight learning loops} =9 {Nine learning loops} =10 {Ten learning loops} =11 {Eleven learning loops} =12 {Twelve learning loops} other {# learning loops}}',
  'loop.list': '{count, plural, one {Learning loop {list}} other {Learning loops {list}}}',
  'loop.explained': 'Each number is a number of measures.',
  'loop.all': 'All learning loops',
  'loop.noMeasures': 'No measures yet',
  'loop.state':
    'In {loop}, {done, plural, =0 {none} other {#}} of {total, plural, one {# measure} other {# measures}} {done, plural, one {is} =0 {is} other {are}} completed{checked, plural, =0 {} one {, # is being reviewed} other {, # are being reviewed}}.',
  'loop.stateEmpty': '{loop} has begun. Its measures are being agreed.',
  'loop.noneRunning': 'No learning loop is running at the moment.',

  'asOf.label': 'As of {day}',

  'successes.title': 'Successes',
  'successes.eyebrow': 'Successes of our transformation programme',
  'successes.search': 'Search in questions and results',
  'successes.filterLabel': 'Search and filter results',
  'successes.loop': 'Learning loop',
  'successes.phase': 'Status',
  'successes.topic': 'Topic',
  'successes.goal': 'Goal',
  'successes.unit': 'Unit',
  'successes.all': 'all',
  'successes.show': 'Show',
  'successes.clear': 'Clear filter',
  'successes.result':
    '{topics, plural, one {# topic} other {# topics}} with {successes, plural, one {one published result} other {# published results, newest loop of each topic first}}',
  'successes.resultNone': 'No results for this selection',
  'successes.topics': 'Topics',
  'successes.moreOfTopic':
    '{count, plural, one {One more result} other {# more results}} on the topic’s page',
  'successes.more': 'Show more topics',
  'successes.emptyTitle': 'Results will be here soon',
  'successes.emptyText':
    'No result has been published yet. As soon as a measure has been reviewed and its result is approved, you will find it here.',
  'successes.noMatchTitle': 'We found nothing for this',
  'successes.noMatchText': 'Try another word or fewer restrictions.',
  'successes.noMatchClear': 'Show all results',

  'path.label': 'The topic’s path through the learning loops',
  'path.loop': 'Learning loop',
  'path.none': ': no entry',
  'path.entry': ': no result published yet',
  'path.RUNNING': ', running',
  'path.REVIEW': ', in review',
  'path.PLANNED': ', planned',

  'entry.meta': '{loop}, published on {day}',
  'entry.published': 'published on {day}',
  'entry.measure': 'Measure',
  'entry.result': 'Result',
  'entry.resultDay': 'Result of {day}',
  'entry.attachments': 'Attachments',
  'entry.next': 'Next steps',
  'entry.goals': '{count, plural, one {Goal} other {Goals}}',
  'entry.guides': 'Guided by',
  'entry.chain': 'Connected',
  'entry.permalink': 'Permanent link<hidden> to: {question}</hidden>',
  'entry.topicLink': 'Everything on this topic<hidden>: {topic}</hidden>',
  'entry.continuedFrom': 'Continues <link>learning loop {number}</link>',
  'entry.continuedIn': 'Goes on in <link>learning loop {number}</link>',
  'entry.previous': 'Older result',
  'entry.newer': 'Newer result',
  'entry.neighbours': 'More results',

  'step.done': 'done',
  'step.open': 'Open',
  'step.openDue': 'Open, due on {day}',
  'step.dropped': 'Dropped',

  'next.takenUp': '<b>Taken up</b> in <link>learning loop {number}</link>',
  'next.becameMeasure': '<b>Taken up</b> as a measure',
  'next.done': '<b>Done</b>',
  'next.doneOn': '<b>Done</b> on {day}',
  'next.dropped': '<b>Dropped</b>',
  'next.overdue': '<b>Overdue</b>',
  'next.overdueSince': '<b>Overdue</b> since {day}',
  'next.open': '<b>Open</b>',
  'next.openDue': '<b>Open</b>, due on {day}',
  'next.openBetween': '<b>Open</b>, planned from {from} to {day}',
  'next.openFrom': '<b>Open</b>, planned from {from}',

  'guides.count':
    '{count, plural, =1 {One transformation guide} =2 {Two transformation guides} =3 {Three transformation guides} =4 {Four transformation guides} =5 {Five transformation guides} =6 {Six transformation guides} other {# transformation guides}}',
  'guides.more':
    '{count, plural, =1 {One more transformation guide} =2 {Two more transformation guides} =3 {Three more transformation guides} other {# more transformation guides}}',
  'guides.ofUnit': 'Transformation guide, {unit}',

  'attachment.FIGURE': 'Figure',
  'attachment.FILE': 'File',
  'attachment.VIDEO': 'Video',
  'attachment.transcript': 'Transcript of: {title}',

  'contact.title': 'Questions about our results?',
  'contact.text': 'Talk to us or write to us. We are glad about every piece of feedback.',
  'contact.write': 'Write an e-mail',
  'contact.open': 'Get in touch',

  'loops.title': 'Learning loops',
  'loops.lead':
    'In each learning loop we ask ourselves questions, try out measures, check what they bring about, and embed what has proved itself.',
  'loops.emptyTitle': 'The first learning loop is being prepared',
  'loops.emptyText': 'As soon as it begins, you will find it here.',
  'loop.measures': '{count, plural, =0 {No measures yet} one {# measure} other {# measures}}',
  'loop.measuresTitle': 'Where the measures stand',
  'loop.results':
    '{count, plural, =0 {Results} one {One published result} other {# published results}}',
  'loop.noSuccesses':
    'No result of this learning loop has been published yet. Please come back later.',
  'loop.previous': 'Previous learning loop',
  'loop.next': 'Next learning loop',
  'loop.neighbours': 'More learning loops',

  'topic.eyebrow': 'Topic',
  'topic.noSuccesses': 'No result on this topic has been published yet.',
  'topic.previous': 'Previous topic',
  'topic.next': 'Next topic',
  'topic.neighbours': 'More topics',
  'topic.results': 'Results, newest first',

  'programmes.title': 'Transformation programmes',
  'programmes.lead':
    'Here organisations show which questions they ask themselves, what they try out and what comes of it.',
  'programmes.facts':
    '{successes, plural, =0 {No results yet} one {# result} other {# results}} from {loops, plural, one {# learning loop} other {# learning loops}}',
  'programmes.factsEmpty': 'No results yet',
  'programmes.emptyTitle': 'No programme has been published yet',
  'programmes.emptyText': 'As soon as a programme shows its results, you will find it here.',

  'accessibility.title': 'Accessibility statement',
  'accessibility.text':
    'We want everyone to be able to use these pages.\n\n**What we do for that**\n\n- All pages work with the keyboard and without scripts.\n- Headings, lists and regions are marked up for screen readers.\n- Colour is never the only carrier of information. There is a light and a dark display, following your settings.\n- The pages can be enlarged and read on narrow screens.\n\nOur yardsticks are BITV 2.0 and EN 301 549.\n\n**What may still be missing**\n\nTexts and attachments are written by the people in the programme. In spite of checks, something there may not be accessible. Sign language videos and easy-to-read texts do not exist for all content yet.\n\n**Report a barrier**\n\nHave you met an obstacle, or do you need content in another form? Write to us: {contact}. We will look after it and answer you.\n\nIf you are not satisfied with our answer, you can turn to the enforcement or arbitration body in charge.',
  'privacy.title': 'Privacy',
  'privacy.text':
    'You can read these pages without giving away anything about yourself.\n\n**What we do not do**\n\n- The public pages set no cookies.\n- Your visit is not analysed, and no services of other providers are embedded.\n- Fonts and styles come from our own server.\n\n**What is technically necessary**\n\nTo deliver a page, the server processes the address of your connection and the page you asked for. Logs hold them only as far as secure operation needs it.\n\n**Names in results**\n\nNames of people involved appear here only with their consent. It can be withdrawn at any time; the name then no longer appears.\n\n**Your rights**\n\nYou can ask for information, correction and deletion, and complain to the data protection authority. Write to us: {contact}.',

  'error.400.title': 'We don’t understand this address',
  'error.400.text':
    'Part of the address or of the selection doesn’t fit. Please check the spelling, or start again from the overview.',
  'error.400.TOO_LONG':
    'There is too much in the field “{field}”: it holds {limit, number} characters at most.',
  'error.400.NOT_A_NUMBER':
    'The field “{field}” does not hold a learning loop’s number. 3 would be one.',
  'error.400.UNKNOWN':
    'The value in the field “{field}” does not exist. Please choose one from the list.',
  'error.400.BAD_CHARACTER':
    'The field “{field}” holds a character that can’t be processed. Please write it without that character.',
  'error.404.title': 'This page isn’t here',
  'error.404.text':
    'It may have moved, it may not be published yet, or the address contains a typing error.',
  'error.500.title': 'Something went wrong on our side',
  'error.500.text': 'It isn’t your fault. Please try again in a few minutes.',
  'error.request': 'If you write to us, please mention this identifier: {id}',
  'error.eyebrow': 'Error {status}',
  'error.toSuccesses': 'To the successes',
  'error.toProgrammes': 'To the overview of programmes',

  'period.range': '{from} to {to}',
  'period.from': 'since {from}',
  'period.planned': 'from {from}',
  'period.until': 'until {to}',
  'period.unknown': 'Period not recorded',
};
