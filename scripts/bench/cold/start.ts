import { argv, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

// One start of a function, in a process of its own: prints when it was ready and when it had answered, in milliseconds.
const [, , file = '', event = ''] = argv;
const proxyEvent: unknown = JSON.parse(event);
const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 29_000 };

const begin = performance.now();
const { handler } = await import(pathToFileURL(file).href);
const ready = performance.now() - begin;
const { statusCode } = await handler(proxyEvent, context);
const answered = performance.now() - begin;
stdout.write(`\n${JSON.stringify({ ready, answered, status: statusCode })}`);
