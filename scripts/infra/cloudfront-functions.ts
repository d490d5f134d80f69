import type { Answered, Asked, Gap } from './emulator-gaps.ts';

const PATH = '/2020-05-31/function';
const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

interface Kept {
  readonly code: Buffer;
  /** The element FunctionConfig, as it was sent. */
  readonly config: string;
  readonly version: number;
  readonly isLive: boolean;
}

/** Keeps CloudFront functions: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html. */
export function cloudFrontFunctions(): Gap {
  const functions = new Map<string, Kept>();
  return async (asked, forward) => {
    if (!asked.path.startsWith(PATH)) return undefined;
    const answered = await forward();
    return answered.status < 400 ? answered : answer(functions, asked);
  };
}

function answer(functions: Map<string, Kept>, asked: Asked): Answered {
  const [name = element(asked, 'Name'), action] = new URL(asked.path, 'http://emulator').pathname
    .slice(PATH.length + 1)
    .split('/')
    .filter((part) => part !== '');
  const kept = functions.get(name);
  if (asked.method === 'POST' && !action) return keep(functions, name, asked, 1, 201);
  if (!kept) return nothing(name);
  if (asked.method === 'PUT') return keep(functions, name, asked, kept.version + 1, 200);
  if (asked.method === 'DELETE') return remove(functions, name);
  if (action === 'publish') functions.set(name, { ...kept, isLive: true });
  if (asked.path.includes('Stage=LIVE') && !kept.isLive) return nothing(name);
  return action ? summary(name, kept, 200) : { status: 200, headers: etag(kept), body: kept.code };
}

function keep(functions: Map<string, Kept>, name: string, asked: Asked, version: number, status: number): Answered {
  const kept = {
    code: Buffer.from(element(asked, 'FunctionCode'), 'base64'),
    config: `<FunctionConfig>${element(asked, 'FunctionConfig')}</FunctionConfig>`,
    version,
    isLive: false,
  };
  functions.set(name, kept);
  return summary(name, kept, status);
}

function remove(functions: Map<string, Kept>, name: string): Answered {
  functions.delete(name);
  return { status: 204, headers: {}, body: '' };
}

function element({ body }: Asked, name: string): string {
  return new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(body.toString())?.[1] ?? '';
}

function summary(name: string, kept: Kept, status: number): Answered {
  const arn = `arn:aws:cloudfront::123456789012:function/${name}`;
  const body = `<FunctionSummary xmlns="${NAMESPACE}"><Name>${name}</Name><Status>UNASSOCIATED</Status>${kept.config}
<FunctionMetadata><FunctionARN>${arn}</FunctionARN><Stage>LIVE</Stage><CreatedTime>2026-01-01T00:00:00Z</CreatedTime>
<LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime></FunctionMetadata></FunctionSummary>`;
  return { status, headers: { ...etag(kept), 'Content-Type': 'text/xml' }, body };
}

function nothing(name: string): Answered {
  const error = `<Error><Type>Sender</Type><Code>NoSuchFunctionExists</Code><Message>${name}</Message></Error>`;
  const body = `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>gap</RequestId></ErrorResponse>`;
  return { status: 404, headers: { 'Content-Type': 'text/xml' }, body };
}

function etag({ version }: Kept): { ETag: string } {
  return { ETag: `version-${version}` };
}
