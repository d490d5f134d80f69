import type { Rule } from './rule.ts';

export const GERMAN: readonly Rule[] = [
  {
    class: 'rejection',
    says: /\b(?:für|zugunsten) (?:eine[nrs]? )?andere[nrs]? (?:Kandidat|Bewerb|Person|Mitbewerb)/i,
    example: 'Wir haben uns für einen anderen Kandidaten entschieden.',
  },
  {
    class: 'rejection',
    says: /\b(?:Ihre|deine|Ihrer|deiner) Bewerbung (?:leider )?(?:im weiteren (?:Verfahren|Prozess|Auswahlverfahren) )?(?:leider )?(?:nicht (?:weiter )?(?:zu )?(?:berücksichtigen|verfolgen)|nicht (?:weiter )?(?:berücksichtigt|erfolgreich)|nicht in die engere)/i,
    example: 'Leider können wir Ihre Bewerbung nicht berücksichtigen.',
  },
  {
    class: 'rejection',
    says: /\b(?:leider|bedauern).{0,120}(?:\b(?:absagen|keine Zusage|eine Absage|kein (?:passendes )?Angebot)\b|nicht in die engere (?:Wahl|Auswahl)|\bkeine positive(?:re)? (?:Antwort|Nachricht|Rückmeldung))/i,
    example: 'Leider müssen wir Ihnen heute eine Absage erteilen.',
  },
  {
    class: 'rejection',
    says: /\b(?:Stelle|Position|Vakanz) (?:wurde |ist )?(?:inzwischen |bereits |mittlerweile |anderweitig )+(?:anderweitig )?(?:besetzt|vergeben)/i,
    example: 'Die Stelle ist inzwischen besetzt.',
  },
  {
    class: 'offer',
    says: /\b(?:freuen uns|freue mich|freut uns|freut mich)\b.{0,60}\b(?:Ihnen|dir)\b.{0,60}\b(?:die (?:Stelle|Position)|ein (?:Vertrags|Stellen|Job)?angebot|den Arbeitsvertrag|eine Zusage)\b/i,
    example: 'Wir freuen uns, Ihnen die Stelle als Datenanalystin anzubieten.',
  },
  {
    class: 'offer',
    says: /\b(?:anbei|im Anhang|beiliegend)\b.{0,60}\b(?:Arbeitsvertrag|Vertragsangebot|Stellenangebot für (?:Sie|dich))\b/i,
    example: 'Anbei erhalten Sie Ihren Arbeitsvertrag.',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:lade|laden)\b.{0,80}\bzu(?:m|r)?\b.{0,60}(?:gespräch|Interview|Kennenlernen|Videocall|Telefonat)\S*\b.{0,40}\bein\b/i,
    example: 'Gerne laden wir Sie zu einem Vorstellungsgespräch am 12. März ein.',
  },
  {
    class: 'interview_invitation',
    says: /\bEinladung zu[mr]?(?: \S+){0,3} ?\S*(?:gespräch|Interview)\b/i,
    example: 'Einladung zum Vorstellungsgespräch',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:müssen|muss)\b.{0,40}(?:gespräch|Interview|Termin)\b.{0,60}\b(?:verschieben|verlegen)\b/i,
    example: 'Leider müssen wir Ihr Vorstellungsgespräch auf Donnerstag verschieben.',
  },
  {
    class: 'assessment',
    says: /\b(?:bitten|möchten|bitte)\b.{0,60}\b(?:Online-?Test|Einstellungstest|Assessment|Fallstudie|Case Study|Probeaufgabe|Coding[ -]Challenge)\b.{0,80}\b(?:bearbeiten|lösen|absolvieren|durchzuführen|durchführen|auszufüllen|teilzunehmen|teilnehmen)/i,
    example: 'Wir bitten Sie, den folgenden Online-Test bis Freitag zu bearbeiten.',
  },
  {
    class: 'availability_request',
    says: /\b(?:wann|welche[rs]? (?:Termin|Tag|dieser Termine)\S*)\b.{0,60}?\b(?:passt|passen|verfügbar|Zeit (?:haben|hätten|hast|hättest)|(?:haben|hätten) Sie\b.{0,40}\bZeit|(?:hast|hättest) du\b.{0,40}\bZeit)\b/i,
    example: 'Wann hätten Sie nächste Woche Zeit für ein Telefonat?',
    evenIf: true,
  },
  {
    class: 'availability_request',
    says: /\b(?:Ihre|deine|einige|Ihrer|deiner) (?:\S+ )?(?:Verfügbarkeit(?:en)?|Terminvorschläge|möglichen Termine)\b/i,
    example: 'Bitte senden Sie uns Ihre Verfügbarkeiten für die kommende Woche.',
    evenIf: true,
  },
  {
    class: 'application_confirmation',
    says: /\b(?:Ihre|deine) Bewerbung(?:sunterlagen)?\b.{0,120}\b(?:erhalten|eingegangen|angekommen|bei uns ein)\b|\bEingang (?:Ihrer|deiner) Bewerbung\b|^Eingangsbestätigung\b/i,
    example: 'Wir haben Ihre Bewerbung als Projektleiterin erhalten.',
  },
  {
    class: 'application_confirmation',
    says: /\b(?:vielen |herzlichen |besten )?dank für (?:Ihre|deine) (?:\S+ )?Bewerbung\b/i,
    example: 'Vielen Dank für Ihre Bewerbung bei der Nordlicht AG.',
  },
  {
    class: 'recruiter_approach',
    says: /\b(?:auf (?:Ihr|dein) (?:LinkedIn-|Xing-|XING-)?Profil (?:aufmerksam geworden|gestoßen|gestossen)|(?:Ihr|dein) (?:LinkedIn-|Xing-|XING-)?Profil (?:hat mich|ist mir|klingt|passt))\b/i,
    example: 'Ich bin auf Ihr Profil aufmerksam geworden.',
  },
];
