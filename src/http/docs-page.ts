import { html } from 'hono/html';
import type { JsonSchema } from './json-schema.ts';
import type { OpenApiDocument, Operation, Parameter } from './openapi.ts';
import { PROBLEM_KINDS } from './problem.ts';

type Html = ReturnType<typeof html>;

/** The document as one page of HTML with no script; its style is `docs.css` beside it. */
export async function docsPage({ info, paths, components }: OpenApiDocument, site: string): Promise<string> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} API</title>
<link rel="icon" href="${site}favicon.svg">
<link rel="stylesheet" href="/v1/docs.css">
</head>
<body>
<header><h1>${info.title} API</h1><p>${prose(info.description)}</p>
<p><a href="${site}">The app</a> · <a href="/v1/openapi.json">OpenAPI 3.1 document</a></p></header>
<nav aria-label="Operations"><ul>${operations.map(({ path, method, operation }) => tocEntry(path, method, operation))}</ul></nav>
<main>
${operations.map(({ path, method, operation }) => section(path, method, operation))}
<h2>Schemas</h2>
${Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema))}
<h2>Refusals</h2>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it means</th></tr></thead>
<tbody>${Object.entries(PROBLEM_KINDS).map(
    ([code, { status, title }]) =>
      html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>`,
  )}</tbody></table>
</main>
</body>
</html>`;
  return String(await page);
}

function tocEntry(path: string, method: string, { operationId, summary }: Operation): Html {
  return html`<li><code class="method">${method}</code><code>${path}</code><a href="#${operationId}">${summary}</a></li>`;
}

function section(path: string, method: string, operation: Operation): Html {
  const { operationId, summary, description = '', parameters, requestBody, responses } = operation;
  return html`<section id="${operationId}">
<h2>${summary}</h2>
<p class="address"><code>${method} ${path}</code></p>
<p>${prose(description)}</p>
${parameters.length > 0 ? parameterTable(parameters) : ''}
${Object.entries(requestBody?.content ?? {})
  .slice(0, 1)
  .map(([type, { schema }]) => html`<h3>Body</h3><p><code>${type}</code></p>${schemaTable(schema)}`)}
<h3>Answers</h3>
<dl>${Object.entries(responses).map(([status, response]) => html`<dt><code>${status}</code></dt><dd>${prose(response.description)}</dd>`)}</dl>
</section>`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<h3>Parameters</h3>
<table><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">What it does</th></tr></thead>
<tbody>${parameters.map(
    (one) =>
      html`<tr><th scope="row"><code>${one.name}</code></th><td>${one.in}</td><td>${typeOf(one.schema)}</td><td>${prose(about({ ...one.schema, description: one.description }))}</td></tr>`,
  )}</tbody></table>`;
}

function schemaSection(name: string, schema: JsonSchema): Html {
  return html`<section id="schema-${name}"><h3>${name}</h3>${schemaTable(schema)}</section>`;
}

function schemaTable({ properties, required }: JsonSchema): Html {
  const needed = Array.isArray(required) ? required : [];
  return html`<table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">What it is</th></tr></thead>
<tbody>${Object.entries(Object(properties)).map(
    ([name, schema]) =>
      html`<tr><th scope="row"><code>${name}</code>${needed.includes(name) ? ' *' : ''}</th><td>${typeOf(Object(schema))}</td><td>${prose(about(Object(schema)))}</td></tr>`,
  )}</tbody></table>`;
}

function about({ title, description, examples, enum: choices }: JsonSchema): string {
  const listed = Array.isArray(choices) ? choices : Array.isArray(examples) ? examples : [];
  const values = listed.filter((value) => value !== null).map((value) => `\`${value}\``);
  return [title, description, values.join(', ')].filter(Boolean).join(' · ');
}

function typeOf({ type, format, maxLength, $ref, items }: JsonSchema): string {
  const name = $ref ? String($ref).split('/').at(-1) : [type ?? 'any'].flat().join(' or ');
  const of = items ? ` of ${typeOf(Object(items))}` : '';
  return `${name}${of}${format ? `, ${format}` : ''}${maxLength ? `, at most ${maxLength}` : ''}`;
}

/** Text whose parts between backticks are code. */
function prose(text: string): readonly (string | Html)[] {
  return text.split('`').map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : part));
}
