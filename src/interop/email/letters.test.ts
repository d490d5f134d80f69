import { describe, expect, test } from 'vitest';
import { classify } from './classify.ts';
import { jobIn } from './job.ts';

/** Whole letters as employers write them, with the courtesies in which a rule could be mistaken. */
const LETTERS: readonly (readonly [told: string | undefined, subject: string, text: string])[] = [
  [
    'application_confirmation',
    'We got it: your application for Data Engineer',
    'Hi Ada,\n\nthanks for your interest in Northwind! We have received your application for Data Engineer.\n\nIf your application seems like a good fit, we will contact you to schedule an interview. If you are not selected for this position, keep an eye on our jobs page.',
  ],
  [
    'application_confirmation',
    'Thank you for applying',
    'Dear Ada,\n\nThank you for your application. Due to the high number of applications, we are not able to reply to each of them. Should we decide to move forward, a recruiter will invite you to an interview.',
  ],
  [
    'rejection',
    'Update on your application',
    'Hi Ada,\n\nThank you for taking the time to speak with Ben and for completing the assessment. While we were impressed by your background, we have decided not to proceed with your application at this time. We would be happy to offer you feedback.',
  ],
  [
    'rejection',
    'Your application at Northwind',
    'Dear Ada,\n\nThank you for applying. We regret to inform you that the position has been filled. We will keep your profile and may invite you to an interview for another role in the future.',
  ],
  [
    'rejection',
    'Northwind',
    'Ada, I am sorry to say that you were not selected for the next round. We received your application among 400 others.',
  ],
  [
    'interview_invitation',
    'Interview at Northwind',
    'Hi Ada,\n\nwe enjoyed your application and would like to invite you to a 45-minute video interview with Ben. Which of these times works for you?\n\n- Tuesday 10:00\n- Wednesday 14:00',
  ],
  [
    'interview_invitation',
    'New time',
    'Hi Ada,\n\nunfortunately we need to reschedule your interview: Ben is ill. We are sorry for the inconvenience.',
  ],
  [
    'assessment',
    'Next step: coding challenge',
    'Hi Ada,\n\nthank you for your application! Please complete the following coding challenge within a week. If you pass it, we will invite you to an interview.',
  ],
  [
    'availability_request',
    'Quick chat?',
    'Hi Ada,\n\nI would love to tell you more. Please let me know your availability this week for a short call.',
  ],
  [
    'offer',
    'Your offer from Northwind',
    'Dear Ada,\n\nfollowing your interviews we are pleased to extend an offer of employment. Please find attached your offer letter. Let me know if you have questions.',
  ],
  [
    'recruiter_approach',
    'Senior role in Zurich',
    'Hello Ada,\n\nI am a recruiter at Blue Harbor and came across your profile. Would you be open to hearing about a new opportunity?',
  ],
  [
    'application_confirmation',
    'Ihre Bewerbung',
    'Sehr geehrte Frau Berg\n\nVielen Dank für Ihre Bewerbung und Ihr Interesse. Die Prüfung braucht etwas Zeit. Falls Ihr Profil passt, laden wir Sie gerne zu einem Gespräch ein.',
  ],
  [
    'rejection',
    'Ihre Bewerbung als Projektleiterin',
    'Sehr geehrte Frau Berg\n\nVielen Dank für Ihre Bewerbung und das gute Gespräch. Leider müssen wir Ihnen mitteilen, dass wir uns für eine andere Kandidatin entschieden haben. Wir wünschen Ihnen alles Gute.',
  ],
  [
    'rejection',
    'Deine Bewerbung',
    'Hallo Ada,\n\ndanke für deine Bewerbung. Nach reiflicher Überlegung haben wir uns entschieden, deine Bewerbung nicht weiter zu verfolgen.',
  ],
  [
    'interview_invitation',
    'Einladung zum Vorstellungsgespräch',
    'Guten Tag Frau Berg\n\nIhre Unterlagen haben uns überzeugt. Wir freuen uns auf Sie am 12. März um 14 Uhr in Zürich.',
  ],
  [
    'availability_request',
    'Telefonat',
    'Guten Tag Frau Berg\n\ngerne möchte ich Sie näher kennenlernen. Wann passt es Ihnen diese Woche?',
  ],
  [
    'offer',
    'Zusage',
    'Guten Tag Frau Berg\n\nwir freuen uns sehr, Ihnen die Stelle als Projektleiterin anbieten zu können. Den Vertrag erhalten Sie per Post.',
  ],
  [
    'application_confirmation',
    'Votre candidature',
    "Bonjour Madame Berg,\n\nNous avons bien reçu votre candidature et vous en remercions. Sans réponse de notre part dans un délai de trois semaines, veuillez considérer que votre candidature n'a pas été retenue.",
  ],
  [
    'rejection',
    'Votre candidature chez Aurore',
    'Bonjour,\n\nNous vous remercions de votre candidature. Nous sommes au regret de vous informer que nous ne pouvons y donner une suite favorable.',
  ],
  [
    'interview_invitation',
    'Entretien',
    'Bonjour Ada,\n\nVotre parcours nous intéresse et nous aimerions vous inviter à un entretien le jeudi 12 mars à 14 h.',
  ],
  [
    undefined,
    'Lunch',
    'Hi Ada, are you coming to the interview training? I will not be able to move forward without you.',
  ],
  [undefined, 'Your parcel', 'Unfortunately your parcel was not delivered. Please select a new date.'],
  [undefined, 'Invoice', 'Please find attached your invoice. Thank you for your order.'],
  [
    undefined,
    'Einladung zum Sommerfest',
    'Wir laden Sie herzlich zum Sommerfest ein. Leider müssen wir auf Musik verzichten.',
  ],
  [undefined, 'Stellenangebote für Sie', 'Neue Stellenangebote: Projektleiter bei Nordlicht. Jetzt bewerben!'],
  [undefined, 'Rendez-vous', 'Votre rendez-vous chez le dentiste est confirmé.'],
];

describe('a letter is told as what it is, or not at all', () => {
  test.each(LETTERS)('%s: %s', (told, subject, text) => {
    expect(classify(subject, text)).toEqual(told && { class: told, because: expect.any(String) });
  });
});

test('no job is named in letters that name none', () => {
  for (const [told, subject, text] of LETTERS) if (!told) expect(jobIn(subject, text)).toBeUndefined();
});
