/** The German words of the page of ideas. ICU message syntax. */
export const ideasDe = {
  'nav.ideas': 'Ideen',
  'ideas.invitation': 'Sie arbeiten hier und haben eine Idee?',
  'ideas.invitation.go': 'Idee einreichen',

  'ideas.title': 'Ideen',
  'ideas.titleFaulty': 'Fehler: Ideen',
  'ideas.description':
    'Wer hier arbeitet, kann Ideen einreichen und sehen, was aus ihnen wird. Hier steht, wie es geht.',
  'ideas.eyebrow': 'Ideen aus dem Haus',
  'ideas.heading': 'Was könnte besser werden?',
  'ideas.lead':
    'Sie arbeiten hier und haben eine Idee? Schreiben Sie sie auf. Wir lesen jede Idee und sagen Ihnen, was aus ihr wird.',
  'ideas.over.heading': 'Zurzeit nehmen wir keine Ideen an',
  'ideas.over.lead': 'Danke für alle Ideen bisher. Was aus Ihren geworden ist, sehen Sie hier.',

  'ideas.how.title': 'Wie es weitergeht',
  'ideas.how.read':
    'Der Transformationskreis liest Ihre Idee und gibt Ihnen Bescheid, sobald sie gelesen ist.',
  'ideas.how.decide':
    'Dann entscheidet er: Entweder geht sie in eine Maßnahme ein, oder Sie erfahren, warum nicht.',
  'ideas.how.data':
    'Veröffentlicht wird Ihre Idee nicht. Der Transformationskreis und die Transformationsbegleitungen lesen sie mit Ihrem Namen, Ihre Adresse sieht nur der Kreis. Bis Ihre Idee aufgegriffen ist, können Sie sie zurückziehen. Dann wird gleich gelöscht, was Sie geschrieben haben.',

  'ideas.form.title': 'Ihre Idee',
  'ideas.form.title.edit': 'Ihre Idee ändern',
  'ideas.form.answerTo': 'Wir antworten Ihnen an: {email}',
  'ideas.form.noAddress':
    'Von Ihnen ist hier keine E-Mail-Adresse bekannt. Was aus Ihrer Idee wird, sehen Sie auf dieser Seite.',
  'ideas.form.onlySignedIn': 'Um eine Idee einzureichen, melden Sie sich bitte zuerst an.',
  'ideas.form.toSignIn': 'Anmelden',
  'ideas.form.notYou':
    'Ideen einreichen kann, wer hier arbeitet. Zu Ihrem Konto kennen wir hier noch keine passende Adresse. Melden Sie sich bitte mit Ihrer dienstlichen E-Mail-Adresse an.',
  'ideas.form.name': 'Vor- und Nachname',
  'ideas.form.heading': 'Ihre Idee in einem Satz',
  'ideas.form.heading.hint': 'Zum Beispiel: Rückrufe statt Warteschleife',
  'ideas.form.text': 'Was soll anders werden, und was wird dadurch besser?',
  'ideas.form.text.hint': 'Ein paar Sätze genügen.',
  'ideas.form.topic': 'Zu welchem Thema gehört sie?',
  'ideas.form.topic.none': 'zu keinem bestimmten',
  'ideas.form.optional': 'freiwillig',
  'ideas.form.submit': 'Idee einreichen',
  'ideas.form.save': 'Änderungen speichern',
  'ideas.form.cancel': 'Doch nicht ändern',

  'ideas.fault.name.MISSING': 'Schreiben Sie bitte Ihren Namen.',
  'ideas.fault.title.MISSING': 'Schreiben Sie bitte in einem Satz, worum es geht.',
  'ideas.fault.text.MISSING': 'Schreiben Sie bitte ein, zwei Sätze dazu, was anders werden soll.',
  'ideas.fault.topic.UNKNOWN':
    'Dieses Thema steht nicht mehr zur Wahl. Wählen Sie bitte noch einmal aus.',

  'ideas.problem.SIGNED_OUT.title': 'Sie sind nicht mehr angemeldet',
  'ideas.problem.SIGNED_OUT.text':
    'Gespeichert ist noch nichts. Melden Sie sich bitte in einem zweiten Fenster an und senden Sie dieses hier dann noch einmal.',
  'ideas.problem.NOT_YOU.title': 'Mit diesem Konto geht das nicht',
  'ideas.problem.NOT_YOU.text':
    'Gespeichert ist nichts. Ideen einreichen kann, wer hier arbeitet. Melden Sie sich bitte mit Ihrer dienstlichen E-Mail-Adresse an. Was Sie geschrieben haben, steht unten.',
  'ideas.problem.CLOSED.title': 'Wir nehmen keine Ideen mehr an',
  'ideas.problem.CLOSED.text':
    'Das hat sich geändert, während Sie geschrieben haben. Das tut uns leid. Was Sie geschrieben haben, steht unten, damit Sie es aufheben können.',
  'ideas.problem.ANSWERED.title': 'Ihre Idee lässt sich nicht mehr ändern',
  'ideas.problem.ANSWERED.text':
    'Inzwischen hat sich etwas getan: Wie es um Ihre Idee steht, sehen Sie weiter unten. Was Sie gerade geschrieben haben, ist nicht gespeichert. Sie können es als neue Idee einreichen.',

  'ideas.note.received.title': 'Danke, Ihre Idee ist da',
  'ideas.note.received.text': 'Wir lesen sie und geben Ihnen Bescheid.',
  'ideas.note.changed.title': 'Ihre Änderungen sind gespeichert',
  'ideas.note.changed.text': 'Bis wir Ihre Idee gelesen haben, können Sie noch mehr ändern.',
  'ideas.note.withdrawn.title': 'Ihre Idee ist zurückgezogen',
  'ideas.note.withdrawn.text': 'Was Sie geschrieben haben, ist gelöscht.',

  'ideas.own.title': 'Ihre Ideen',
  'ideas.own.submittedAt': 'Eingereicht am {day}',
  'ideas.own.withdrawn': 'Eine zurückgezogene Idee',
  'ideas.own.topic': 'Thema: {topic}',
  'ideas.own.reason': 'Begründung',
  'ideas.own.measure': 'Das ist daraus geworden:',
  'ideas.own.change': 'Ändern',
  'ideas.own.changeOne': 'Ändern: {idea}',
  'ideas.state.SUBMITTED': 'Angekommen',
  'ideas.state.ACKNOWLEDGED': 'Gelesen',
  'ideas.state.TAKEN_UP': 'Aufgegriffen',
  'ideas.state.DECLINED': 'Nicht aufgegriffen',
  'ideas.state.WITHDRAWN': 'Zurückgezogen',
  'ideas.said.SUBMITTED': 'Ihre Idee ist da. Wir lesen sie bald.',
  'ideas.said.ACKNOWLEDGED': 'Wir haben Ihre Idee gelesen und denken darüber nach.',
  'ideas.said.TAKEN_UP': 'Ihre Idee geht in eine Maßnahme ein. Danke, dass Sie mitdenken!',
  'ideas.said.DECLINED': 'Wir haben Ihre Idee besprochen und greifen sie nicht auf.',
  'ideas.said.WITHDRAWN':
    'Sie haben diese Idee zurückgezogen. Was Sie geschrieben hatten, ist gelöscht.',

  'ideas.withdraw.title': 'Zurückziehen',
  'ideas.withdraw.titleOne': 'Zurückziehen: {idea}',
  'ideas.withdraw.text':
    'Was Sie geschrieben haben, wird gleich gelöscht. Das lässt sich nicht rückgängig machen.',
  'ideas.withdraw.submit': 'Idee zurückziehen',
} as const;
