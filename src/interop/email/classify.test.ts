import { describe, expect, test } from 'vitest';
import { classify, RULES } from './classify.ts';

describe('every rule tells the class of its example, and quotes it', () => {
  test.each(RULES)('$class: $example', (rule) => {
    const said = rule.example.replace(/\s+/g, ' ');
    expect(rule.says.test(said)).toBe(true);
    const proposal = classify('Your message', `Dear Ada,\n\n${said}\n\nKind regards\nBen`);
    expect(proposal?.class).toBe(rule.class);
    expect(said.replace(/’/g, "'")).toContain(proposal?.because);
  });
});

describe('where two hold, the one that decides is told', () => {
  test.each([
    [
      'rejection',
      'Thank you for your application. Unfortunately we have decided to move forward with other candidates.',
    ],
    [
      'rejection',
      'Thank you for taking the time to interview with us. We will not be moving forward with your application.',
    ],
    ['rejection', 'Vielen Dank für Ihre Bewerbung. Leider können wir Ihre Bewerbung nicht berücksichtigen.'],
    ['interview_invitation', 'Unfortunately we have to move your interview. Sorry! Does Thursday suit you?'],
    ['interview_invitation', 'We would like to invite you to an interview. Please share your availability.'],
    ['offer', 'After your interview with Ben, we are delighted to offer you the role of Data Engineer.'],
    ['application_confirmation', 'We have received your application. If you are not selected, we will let you know.'],
    [
      'application_confirmation',
      'Merci pour votre candidature. Si votre profil correspond à nos attentes, nous vous contacterons.',
    ],
    ['assessment', 'Thank you for applying to Northwind. As a next step, please complete the coding challenge.'],
  ])('%s: %s', (expected, text) => {
    expect(classify('', text)?.class).toBe(expected);
  });
});

describe('nothing is told', () => {
  test.each([
    ['of a hope', 'If your profile matches, we will invite you to an interview.'],
    ['of a condition in German', 'Falls wir uns für einen anderen Kandidaten entscheiden, melden wir uns.'],
    ['of a condition in French', "Si votre candidature n'est pas retenue, nous vous en informerons."],
    ['of regret alone', 'Unfortunately we must move our call to Thursday.'],
    ['of regret in German', 'Leider müssen wir das Treffen verschieben.'],
    ['of small talk', 'It was great to see you at the conference! Shall we have lunch?'],
    ['of an offer of help', 'I am happy to offer you help with your CV.'],
    ['of a shop', 'Thank you for your order. Your parcel has been sent.'],
    ['of a newsletter', 'Ten ways to ace your next interview. Schedule your day better.'],
    ['of other offers', 'We offer you 20% off the annual plan.'],
    ['of a mere thank-you', 'Thank you for the interview yesterday, I enjoyed it.'],
  ])('%s: %s', (_, text) => {
    expect(classify('', text)).toBeUndefined();
  });
});

test('of a long sentence, the part with the words is quoted', () => {
  const text = `${'we were glad to meet you and '.repeat(10)} have decided to move forward with other candidates ${'and so on '.repeat(10)}`;
  const because = classify('', text)?.because ?? '';
  expect(because).toContain('decided to move forward with other');
  expect(because.length).toBeLessThanOrEqual(203);
});
