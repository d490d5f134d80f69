import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { Api } from '../../test/api.ts';
import { contact } from '../domain/contact.ts';
import { text } from '../domain/field.ts';
import { defineNoun } from '../domain/noun.ts';
import { NOUNS } from '../domain/nouns.ts';
import { openSqlite } from '../store/sqlite.ts';
import { PROBLEM_KINDS } from './problem.ts';

const gig = defineNoun({
  type: 'gigs',
  singular: 'gig',
  idField: 'gig_id',
  titleField: 'name',
  dueField: 'name',
  fields: { name: text({ label: 'Name', maxLength: 10 }) },
});

function open(nouns = NOUNS): Api {
  return new Api(openSqlite({ file: ':memory:', nouns, now: () => new Date() }), { nouns });
}

describe('/v1/openapi.json', () => {
  test('is valid for an independent validator', async () => {
    const { body } = await open([...NOUNS, gig]).get('/v1/openapi.json');
    const { valid, errors } = await new Validator().validate(body);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(body.openapi).toBe('3.1.1');
  });

  test('describes each noun’s every field and every address', async () => {
    const { body } = await open([...NOUNS, gig]).get('/v1/openapi.json');
    expect(Object.keys(body.components.schemas.contact.properties)).toEqual(
      expect.arrayContaining([...Object.keys(contact.fields), 'contact_id', 'version', 'deleted_at']),
    );
    expect(Object.keys(body.paths['/v1/gigs/{id}'])).toEqual(['get', 'put', 'patch', 'delete']);
    expect(body.components.schemas.contact.properties.name).toMatchObject({
      type: 'string',
      maxLength: 200,
      minLength: 1,
    });
    expect(body.components.schemas.contact.properties.kind.enum).toContain('agency_recruiter');
  });

  test('requires the e-mail of a contact, unless it is said that one is needed', async () => {
    const { body } = await open().get('/v1/openapi.json');
    const { requestBody } = body.paths['/v1/contacts'].post;
    const { required, properties, allOf } = requestBody.content['application/json'].schema;
    expect(required).toEqual(['name']);
    expect(properties.email).toMatchObject({
      type: ['string', 'null'],
      description: expect.stringMatching('needs_email'),
    });
    expect(properties.email).not.toHaveProperty('default');
    const ways = allOf[0].anyOf;
    expect(ways.map((way: { required: string[] }) => way.required)).toEqual([['email'], ['needs_email']]);
    expect(ways[1].properties.needs_email).toEqual({ const: true });
  });

  test('gives no default to what a patch leaves out', async () => {
    const { body } = await open().get('/v1/openapi.json');
    const patch = body.paths['/v1/contacts/{id}'].patch.requestBody.content['application/json'].schema;
    expect(Object.values(patch.properties).filter((schema) => Object.hasOwn(Object(schema), 'default'))).toEqual([]);
  });

  test('gives each operation an id of its own', async () => {
    const { body } = await open([...NOUNS, gig]).get('/v1/openapi.json');
    const ids = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('edit_contacts');
  });
});

describe('/v1/docs', () => {
  test('shows every operation, every field and every refusal, with no script', async () => {
    const { text: page, headers } = await open().get('/v1/docs');
    expect(headers.get('Content-Type')).toContain('text/html');
    for (const name of [...Object.keys(contact.fields), ...Object.keys(PROBLEM_KINDS), '/v1/contacts/{id}', 'DELETE']) {
      expect(page).toContain(name);
    }
    expect(page).not.toMatch(/<script|style=/);
  });
});
