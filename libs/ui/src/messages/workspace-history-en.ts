import type { historyDe } from './workspace-history-de.js';

/** The English sentences of the history. */
export const historyEn: Record<keyof typeof historyDe, string> = {
  'history.someone': 'Somebody',
  'history.former': 'A former member',
  'history.formerOne': 'a former member',
  'history.file': 'The import of a programme file',
  'history.changed': '{who} changed a detail.',
  'history.when': '{day}, {time}',
  'history.title': 'History',
  'history.ofResult': 'History of the result',
  'history.ofResults': 'History of former results',
  'history.none': 'Nothing has happened yet.',
  'history.more': 'More of the history',
  'history.less': 'Less of the history',
  'history.older': 'Older entries',
  'history.words': 'Wording',
  'history.before': 'Before',
  'history.after': 'After',
  'history.why': 'Reason: {reason}',

  'history.MEASURE.created': '{who} created the measure “{to}”.',
  'history.MEASURE.phase':
    '{toCode, select, STOPPED {{who} stopped the measure in {from}.} CARRIED_OVER {{who} ended the measure in {from}, because it goes on later.} other {{fromCode, select, STOPPED {{who} took the measure up again in {to}.} none {{who} created the measure in {to}.} other {{who} moved the measure from {from} to {to}.}}}}',
  'history.MEASURE.title': '{who} changed the title from “{from}” to “{to}”.',
  'history.MEASURE.description':
    '{change, select, set {{who} wrote down what it is about.} removed {{who} removed the description.} other {{who} changed the description.}}',
  'history.MEASURE.successCriterion':
    '{change, select, set {{who} said how we will recognise success.} removed {{who} removed the success criterion.} other {{who} changed the success criterion.}}',
  'history.MEASURE.dueDay':
    '{change, select, set {{who} set the due day to {to}.} removed {{who} removed the due day {from}.} other {{who} moved the due day from {from} to {to}.}}',
  'history.MEASURE.unit':
    '{change, select, set {{who} entered the unit {to}.} removed {{who} removed the unit {from}.} other {{who} changed the unit from {from} to {to}.}}',
  'history.MEASURE.goals':
    '{change, select, set {{who} entered as strategic goals: {to}.} removed {{who} removed the strategic goals: {from}.} other {{who} changed the strategic goals from “{from}” to “{to}”.}}',
  'history.MEASURE.anchoredIn':
    '{change, select, set {{who} entered where the outcome is embedded.} removed {{who} removed where the outcome is embedded.} other {{who} changed where the outcome is embedded.}}',
  'history.MEASURE.verdict':
    '{change, select, set {{who} judged: {to}.} removed {{who} took the verdict “{from}” back.} other {{who} changed the verdict from “{from}” to “{to}”.}}',
  'history.MEASURE.lesson':
    '{change, select, set {{who} wrote down what we learn from it.} removed {{who} removed what we learn from it.} other {{who} changed what we learn from it.}}',
  'history.MEASURE.noNextStepNeeded':
    '{toCode, select, true {{who} noted that no next step is needed.} other {{who} took back that no next step is needed.}}',
  'history.MEASURE.decisionRequiredFor':
    '{change, select, set {{who} said that {to} needs a decision first.} removed {{who} said that {from} no longer needs a decision first.} other {{who} said that {to} needs a decision first, instead of {from}.}}',
  'history.MEASURE.owner':
    '{change, select, set {{who} asked {to} to take responsibility.} removed {{who} released {from} from responsibility.} other {{who} asked {to} instead of {from} to take responsibility.}}',
  'history.MEASURE.ownerAccepted':
    '{toCode, select, true {{who} entered that responsibility is accepted.} false {{who} entered that responsibility isn’t accepted yet.} other {{who} accepted responsibility.}}',
  'history.MEASURE.ownerDeclined': '{who} declined responsibility.',
  'history.MEASURE.checker':
    '{change, select, set {{who} said that {to} checks.} removed {{who} said that {from} no longer checks.} other {{who} said that {to} checks instead of {from}.}}',
  'history.MEASURE.commissioner':
    '{change, select, set {{who} entered that {to} asked for it.} removed {{who} removed that {from} asked for it.} other {{who} entered that {to} asked for it instead of {from}.}}',
  'history.MEASURE.commissionerTookOver':
    '{toCode, select, true {{who} entered that the outcome is taken over.} false {{who} entered that the outcome isn’t taken over yet.} other {{self, select, yes {{who} took the outcome over.} other {{who} noted that {to} took the outcome over.}}}}',
  'history.MEASURE.contributor.added': '{who} added {to} to the contributors.',
  'history.MEASURE.contributor.removed': '{who} took {from} off the contributors.',
  'history.MEASURE.guide.added': '{who} added {to} to the guides.',
  'history.MEASURE.guide.removed': '{who} took {from} off the guides.',
  'history.MEASURE.help.wanted':
    '{change, select, set {{who} asked for help: “{to}”} other {{who} changed the request for help: “{to}”}}',
  'history.MEASURE.help.withdrawn': '{who} took the request for help back.',
  'history.MEASURE.step.added': '{who} added the step “{to}”.',
  'history.MEASURE.step.changed': '{who} changed the step “{from}” to “{to}”.',
  'history.MEASURE.step.done': '{who} completed the step “{to}”.',
  'history.MEASURE.step.reopened': '{who} reopened the step “{to}”.',
  'history.MEASURE.step.dropped': '{who} dropped the step “{to}”.',
  'history.MEASURE.step.removed': '{who} removed the step “{from}”.',
  'history.MEASURE.step.reordered': '{who} put the steps in another order.',
  'history.MEASURE.result.drafted': '{who} wrote down a result.',
  'history.MEASURE.result.changed': '{who} revised the result.',
  'history.MEASURE.result.day':
    '{change, select, set {{who} entered the day of the result: {to}.} removed {{who} removed the day of the result: {from}.} other {{who} changed the day of the result from {from} to {to}.}}',
  'history.MEASURE.result.published': '{who} published the result.',
  'history.MEASURE.result.withdrawn':
    '{fromCode, select, INTERNAL {{who} made the internal result a draft again.} other {{who} withdrew the result.}}',
  'history.MEASURE.result.keptInternal': '{who} decided that the result stays internal.',
  'history.MEASURE.result.removed': '{who} removed a result.',
  'history.MEASURE.attachment.added': '{who} attached “{to}” to the result.',
  'history.MEASURE.attachment.removed': '{who} removed “{from}” from the result.',
  'history.MEASURE.nextStep.added': '{who} added the next step “{to}”.',
  'history.MEASURE.nextStep.changed':
    '{same, select, yes {{who} changed the next step “{to}”.} other {{who} changed the next step “{from}” to “{to}”.}}',
  'history.MEASURE.nextStep.unit':
    '{change, select, set {{who} addressed a next step to {to}.} removed {{who} settled that a next step is no longer for {from}.} other {{who} addressed a next step to {to} (before: {from}).}}',
  'history.MEASURE.nextStep.person':
    '{change, select, set {{who} addressed a next step to {to}.} removed {{who} settled that a next step is no longer for {from}.} other {{who} addressed a next step to {to} (before: {from}).}}',
  'history.MEASURE.nextStep.decision':
    '{change, select, set {{who} based a next step on the decision “{to}”.} removed {{who} parted a next step from the decision “{from}”.} other {{who} based a next step on the decision “{to}” (before: “{from}”).}}',
  'history.MEASURE.nextStep.done': '{who} completed the next step “{to}”.',
  'history.MEASURE.nextStep.reopened': '{who} reopened the next step “{to}”.',
  'history.MEASURE.nextStep.dropped': '{who} dropped the next step “{to}”.',
  'history.MEASURE.nextStep.takenUp': '{who} made the measure “{to}” of the next step “{from}”.',
  'history.MEASURE.carriedOver': '{who} had it go on with a successor in learning loop {to}.',
  'history.MEASURE.carriedFrom': '{who} carried it over from learning loop {from}.',
  'history.MEASURE.decision.added': '{who} recorded the decision “{to}” about it.',
  'history.MEASURE.decision.removed': '{who} unlinked the decision “{from}” from it.',
  'history.MEASURE.voice.answered': '{who} answered a piece of feedback.',
  'history.MEASURE.voice.changed': '{who} changed the answer to a piece of feedback.',
  'history.MEASURE.voice.setAside': '{who} set a piece of feedback aside.',
  'history.MEASURE.voice.reopened': '{who} took a piece of feedback up again.',
  'history.MEASURE.voice.sorted':
    '{change, select, removed {{who} took a piece of feedback out of its theme.} other {{who} sorted a piece of feedback into the theme “{to}”.}}',
  'history.MEASURE.voice.ledTo':
    '{change, select, removed {{who} unlinked a piece of feedback from the measure that came of it.} other {{who} recorded that the measure “{to}” came of a piece of feedback.}}',
  'history.MEASURE.thanks.given': '{who} said thank you.',
  'history.MEASURE.thanks.takenBack': '{who} took the own thanks back.',
  'history.MEASURE.idea.takenUp': '{who} took up an idea in it.',
  'history.MEASURE.key': '{who} changed the key to “{to}”.',
  'history.MEASURE.position': '{who} changed its place in the order.',
  'history.MEASURE.actionFieldId': '{who} assigned it to another question.',
  'history.MEASURE.loopId': '{who} assigned it to another learning loop.',
  'history.MEASURE.stoppedIn':
    '{change, select, removed {{who} deleted that it was stopped in {from}.} other {{who} entered that it was stopped in {to}.}}',
  'history.MEASURE.endReason':
    '{change, select, removed {{who} removed the reason of the end.} other {{who} entered the reason of the end.}}',
  'history.MEASURE.ownerId':
    '{change, select, set {{who} entered {to} as owner.} removed {{who} released {from} from responsibility.} other {{who} entered {to} as owner instead of {from}.}}',
  'history.MEASURE.checkerId':
    '{change, select, set {{who} said that {to} checks.} removed {{who} said that {from} no longer checks.} other {{who} said that {to} checks instead of {from}.}}',
  'history.MEASURE.commissionerId':
    '{change, select, set {{who} entered that {to} asked for it.} removed {{who} removed that {from} asked for it.} other {{who} entered that {to} asked for it instead of {from}.}}',
  'history.MEASURE.unitId':
    '{change, select, removed {{who} removed the unit.} other {{who} changed the unit.}}',
  'history.MEASURE.helpWanted':
    '{change, select, removed {{who} removed the request for help.} other {{who} entered a request for help: “{to}”}}',
  'history.MEASURE.carriedFromId': '{who} changed where it was carried over from.',
  'history.MEASURE.recorded':
    '{toCode, select, true {{who} marked it as recorded afterwards.} other {{who} marked it as complete.}}',
  'history.MEASURE.translations': '{who} changed the translations.',

  'history.LOOP.created': '{who} planned learning loop {to}.',
  'history.LOOP.stage':
    '{toCode, select, RUNNING {{who} started the learning loop.} REVIEW {{fromCode, select, CLOSED {{who} reopened the learning loop.} other {{who} started the review.}}} CLOSED {{who} closed the learning loop.} other {{who} changed the stage of the learning loop from {from} to {to}.}}',
  'history.LOOP.startDay':
    '{change, select, set {{who} set the start to {to}.} removed {{who} removed the start {from}.} other {{who} moved the start from {from} to {to}.}}',
  'history.LOOP.endDay':
    '{change, select, set {{who} set the end to {to}.} removed {{who} removed the end {from}.} other {{who} moved the end from {from} to {to}.}}',
  'history.LOOP.reflection':
    '{change, select, set {{who} wrote down what we learned.} removed {{who} removed what we learned.} other {{who} changed what we learned.}}',
  'history.LOOP.removed': '{who} removed learning loop {from}.',
  'history.LOOP.number': '{who} changed the number from {from} to {to}.',
  'history.LOOP.recorded':
    '{toCode, select, true {{who} marked it as recorded afterwards.} other {{who} marked it as complete.}}',

  'history.RESULT.measureId': '{who} assigned the result to another measure.',
  'history.RESULT.key': '{who} changed the key of the result to “{to}”.',
  'history.RESULT.position': '{who} changed the place of the result in the order.',
  'history.RESULT.text': '{who} revised the result.',
  'history.RESULT.day':
    '{change, select, set {{who} entered the day of the result: {to}.} removed {{who} removed the day of the result: {from}.} other {{who} changed the day of the result from {from} to {to}.}}',
  'history.RESULT.state':
    '{toCode, select, PUBLISHED {{who} published the result.} INTERNAL {{who} decided that the result stays internal.} other {{who} made the result a draft again.}}',
  'history.RESULT.publishedAt':
    '{change, select, removed {{who} removed the moment of publishing.} other {{who} entered the moment of publishing.}}',
  'history.RESULT.internalReason': '{who} changed the reason why the result stays internal.',
  'history.RESULT.translations': '{who} changed the translations of the result.',

  'history.DECISION.created': '{who} recorded the decision: {to}.',
  'history.DECISION.body': '{who} changed who decided: {to} instead of {from}.',
  'history.DECISION.day': '{who} changed the day of the meeting from {from} to {to}.',
  'history.DECISION.point': '{who} changed what was decided on: “{to}” instead of “{from}”.',
  'history.DECISION.ruling': '{who} changed the decision from “{from}” to “{to}”.',
  'history.DECISION.removed': '{who} removed the decision “{from}”.',
  'history.DECISION.note':
    '{change, select, set {{who} added a note.} removed {{who} removed the note.} other {{who} changed the note.}}',
  'history.DECISION.measure.added': '{who} linked the decision with the measure “{to}”.',
  'history.DECISION.measure.removed': '{who} unlinked the decision from the measure “{from}”.',
  'history.DECISION.key': '{who} changed the key to “{to}”.',

  'history.TOPIC.created': '{who} created the topic “{to}”.',
  'history.TOPIC.title': '{who} changed the title from “{from}” to “{to}”.',
  'history.TOPIC.description':
    '{change, select, set {{who} described the topic.} removed {{who} removed the description.} other {{who} changed the description.}}',
  'history.TOPIC.removed': '{who} removed the topic “{from}”.',
  'history.TOPIC.question.added': '{who} asked the question “{to}”.',
  'history.TOPIC.question.changed': '{who} changed the question “{from}” to “{to}”.',
  'history.TOPIC.question.removed': '{who} removed the question “{from}”.',

  'history.PROGRAMME.organisation': '{who} changed the organisation from “{from}” to “{to}”.',
  'history.PROGRAMME.title': '{who} changed the title from “{from}” to “{to}”.',
  'history.PROGRAMME.purpose': '{who} changed what the programme is for.',
  'history.PROGRAMME.contactAddress': '{who} changed the contact address from {from} to {to}.',
  'history.PROGRAMME.defaultLanguage': '{who} changed the language of the programme.',
  'history.PROGRAMME.timeZone': '{who} changed the time zone from {from} to {to}.',
  'history.PROGRAMME.staleAfterDays':
    '{who} changed after how many days a measure counts as quiet: {to} instead of {from}.',
  'history.PROGRAMME.published':
    '{toCode, select, true {{who} opened the successes page to everyone.} other {{who} closed the successes page.}}',
  'history.PROGRAMME.feedbackOpen':
    '{toCode, select, true {{who} allowed feedback.} other {{who} turned feedback off.}}',
  'history.PROGRAMME.ideasOpen':
    '{toCode, select, true {{who} allowed ideas.} other {{who} turned ideas off.}}',
  'history.PROGRAMME.accessibilityText': '{who} changed the accessibility statement.',
  'history.PROGRAMME.privacyText': '{who} changed the privacy notice.',
  'history.PROGRAMME.words': '{who} changed the words of the programme.',
  'history.PROGRAMME.applicationDomains':
    '{who} changed with which addresses people may answer calls.',
  'history.PROGRAMME.applicationRetentionDays':
    '{who} changed for how many days applications stay after the end of a call: {to} instead of {from}.',
  'history.PROGRAMME.slug': '{who} changed the address from “{from}” to “{to}”.',
  'history.PROGRAMME.translations': '{who} changed the translations.',
  'history.PROGRAMME.goal.added': '{who} added the goal “{to}”.',
  'history.PROGRAMME.goal.title': '{who} changed the goal “{from}” to “{to}”.',
  'history.PROGRAMME.goal.removed': '{who} removed the goal “{from}”.',
  'history.PROGRAMME.unit.added': '{who} added the unit “{to}”.',
  'history.PROGRAMME.unit.name': '{who} renamed the unit “{from}” to “{to}”.',
  'history.PROGRAMME.unit.kind': '{who} changed the kind of a unit.',
  'history.PROGRAMME.unit.parentId': '{who} changed what a unit belongs to.',
  'history.PROGRAMME.unit.removed': '{who} removed the unit “{from}”.',
  'history.PROGRAMME.voiceTheme.added': '{who} added the theme “{to}” for feedback.',
  'history.PROGRAMME.voiceTheme.name': '{who} renamed the theme “{from}” for feedback to “{to}”.',

  'history.PERSON.created': '{who} invited the person ({to}).',
  'history.PERSON.name': '{who} changed the name.',
  'history.PERSON.email': '{who} changed the e-mail address.',
  'history.PERSON.unitId': '{who} changed the person’s unit.',
  'history.PERSON.role': '{who} changed the role from “{from}” to “{to}”.',
  'history.PERSON.publicName': '{who} changed how much of the name is public.',
  'history.PERSON.termFirstLoop': '{who} changed from which learning loop on the person guides.',
  'history.PERSON.termLastLoop': '{who} changed up to which learning loop the person guides.',
  'history.PERSON.blocked': '{who} blocked the person.',
  'history.PERSON.unblocked': '{who} unblocked the person.',
  'history.PERSON.account.linked': '{who} signed in for the first time.',
  'history.PERSON.erased': '{who} erased a person.',

  'history.CALL.created': '{who} made the call “{to}”.',
  'history.CALL.title': '{who} changed the title from “{from}” to “{to}”.',
  'history.CALL.text':
    '{change, select, set {{who} wrote the text of the call.} removed {{who} removed the text of the call.} other {{who} changed the text of the call.}}',
  'history.CALL.closesOn':
    '{change, select, set {{who} set the last day to {to}.} removed {{who} removed the last day.} other {{who} moved the last day from {from} to {to}.}}',
  'history.CALL.seats':
    '{change, select, set {{who} set the number of seats: {to}.} removed {{who} removed the number of seats.} other {{who} changed the number of seats from {from} to {to}.}}',
  'history.CALL.minimumTerm':
    '{change, select, set {{who} set the minimum term: {to}.} removed {{who} removed the minimum term.} other {{who} changed the minimum term from {from} to {to}.}}',
  'history.CALL.firstLoopId': '{who} changed with which learning loop the guides begin.',
  'history.CALL.qualifications': '{who} changed which experience helps.',
  'history.CALL.questions': '{who} changed the call’s own questions.',
  'history.CALL.opened': '{who} opened the call, until {to}.',
  'history.CALL.extended': '{who} extended the call until {to}.',
  'history.CALL.closed': '{who} closed the call early.',
  'history.CALL.decided': '{who} decided the call.',
  'history.CALL.application.chosen': '{who} chose this applicant.',
  'history.CALL.application.waitlisted': '{who} put this applicant on the waitlist.',
  'history.CALL.application.declined': '{who} declined this applicant.',
  'history.CALL.application.reconsidered': '{who} took back what was said of this applicant.',
  'history.CALL.application.ranked': '{who} moved this applicant on the waitlist.',
  'history.CALL.application.noted': '{who} changed the note on this applicant.',
};
