import * as v from 'valibot';

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, values: readonly string[]])[];
  readonly body: string;
}

const Value = v.union([v.string(), v.number(), v.boolean()]);

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html, output format */
const ProxyResult = v.strictObject({
  statusCode: v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.digits(), v.transform(Number))]),
    v.integer(),
    v.minValue(100),
    v.maxValue(599),
  ),
  headers: v.nullish(v.record(v.string(), Value)),
  multiValueHeaders: v.nullish(v.record(v.string(), v.array(Value))),
  body: v.nullish(v.string()),
  isBase64Encoded: v.nullish(v.boolean()),
});

/** What a function answered, or undefined where it is not what API Gateway understands. */
export function readProxyAnswer(result: unknown): ProxyAnswer | undefined {
  const { success, output } = v.safeParse(ProxyResult, result);
  if (!success) return undefined;
  const { statusCode, headers, multiValueHeaders, body } = output;
  const several = Object.entries(multiValueHeaders ?? {});
  const single = Object.entries(headers ?? {}).map(([name, value]) => [name, [value]] as const);
  // With one name in both, the list of several counts.
  const all = [...single.filter(([name]) => !several.some(([other]) => other === name)), ...several];
  return {
    status: statusCode,
    headers: all.map(([name, values]) => [name, values.map(String)]),
    // No media type of this API is binary, so nothing is ever decoded.
    body: body ?? '',
  };
}
