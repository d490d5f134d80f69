import { expect, test } from 'vitest';
import { companyOf, jobIn } from './job.ts';

test.each([
  ['Thank you for your application for Data Engineer at Northwind.', 'Data Engineer', 'Northwind'],
  [
    'Your application for the position of Data Engineer at Northwind GmbH has been received',
    'Data Engineer',
    'Northwind GmbH',
  ],
  ['Thank you for applying for the Senior Data Engineer role at Northwind!', 'Senior Data Engineer', 'Northwind'],
  ['Thank you for applying to Northwind!', undefined, 'Northwind'],
  ['Thank you for applying to the Data Engineer position at Northwind, we are glad.', 'Data Engineer', 'Northwind'],
  [
    'Thanks for your interest in the Product Manager position at Blue Yonder Labs.',
    'Product Manager',
    'Blue Yonder Labs',
  ],
  ['Your application for Data Engineer was sent to Northwind', 'Data Engineer', 'Northwind'],
  ['Your application to Northwind', undefined, 'Northwind'],
  ['We received your application for the Data Engineer position.', 'Data Engineer', undefined],
  ['Ada, your application was sent to Northwind', undefined, 'Northwind'],
  ['Indeed Application: Data Engineer', 'Data Engineer', undefined],
  ['The following items were sent to Northwind. Good luck!', undefined, 'Northwind'],
  [
    'Thank you for applying to the Software Engineer, Backend role at Northwind.',
    'Software Engineer, Backend',
    'Northwind',
  ],
  ['Votre candidature au poste de développeuse chez Aurore', 'développeuse', 'Aurore'],
  ['Ihre Bewerbung als Projektleiterin (m/w/d) bei der Nordlicht AG', 'Projektleiterin (m/w/d)', 'Nordlicht AG'],
  ['Vielen Dank für deine Bewerbung als Data Engineer bei Nordlicht.', 'Data Engineer', 'Nordlicht'],
  ['Vielen Dank für Ihre Bewerbung bei der Nordlicht AG.', undefined, 'Nordlicht AG'],
  ['Votre candidature au poste de Chef de projet chez Aurore', 'Chef de projet', 'Aurore'],
  ['Nous avons bien reçu votre candidature chez Aurore.', undefined, 'Aurore'],
])('%s', (sentence, position, company) => {
  expect(jobIn(sentence, '')).toEqual({ ...(company && { company }), ...(position && { position }) });
});

test.each([
  'Thank you for your application at this time.',
  'We will review your application with care.',
  'Your application to us',
  'Let us talk about your application.',
  'Thanks for your interest in a coffee, which we drank at Zurich.',
  'You applied for a visa at Zurich.',
  'Thank you for applying for a visa with great care',
])('no job is named: %s', (sentence) => {
  expect(jobIn(sentence, '')).toBeUndefined();
});

test.each([
  ['Northwind Careers', 'Northwind'],
  ['Northwind Hiring Team', 'Northwind'],
  ['Northwind Talent Acquisition Team', 'Northwind'],
  ['Ada Berg from Northwind', 'Northwind'],
  ['Nordlicht AG Bewerbermanagement', undefined],
  ['no-reply', undefined],
  ['Workday', undefined],
  ['Ada Berg', undefined],
])('the company behind %s', (name, company) => {
  expect(companyOf({ name, address: 'no-reply@greenhouse.io' })).toBe(company);
});
