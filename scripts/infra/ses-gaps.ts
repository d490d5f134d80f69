import * as v from 'valibot';
import type { Answered, Asked, Gap } from './emulator-gaps.ts';

const SETS = '/v2/email/configuration-sets';
const TAGS = '/v2/email/tags';

const Body = v.record(v.string(), v.unknown());
const NewSet = v.looseObject({ ConfigurationSetName: v.string(), Tags: v.optional(v.array(v.unknown()), []) });
const NewDestination = v.object({ EventDestinationName: v.string(), EventDestination: Body });

interface KeptSet {
  /** As it was sent. */
  readonly set: v.InferOutput<typeof NewSet>;
  /** By their names. */
  readonly destinations: Map<string, v.InferOutput<typeof Body>>;
}

/**
 * Keeps configuration sets of SES and where they tell of events: Moto gives a set back in a form of its own, and knows no
 * event destinations. https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateConfigurationSetEventDestination.html
 */
export function sesGaps(): Gap {
  const sets = new Map<string, KeptSet>();
  return async (asked) => {
    const { pathname, searchParams } = new URL(asked.path, 'http://emulator');
    if (pathname === TAGS && asked.method === 'GET') return tagsOf(sets, searchParams.get('ResourceArn') ?? '');
    if (!pathname.startsWith(SETS)) return undefined;
    const [name, part, destination] = pathname
      .slice(SETS.length + 1)
      .split('/')
      .map(decodeURIComponent);
    if (!name) return create(sets, asked);
    const kept = sets.get(name);
    if (!kept) return nothing(name);
    if (part === undefined) return asked.method === 'DELETE' ? remove(sets, name) : answer(kept.set);
    return part === 'event-destinations' ? ofDestinations(kept, destination, asked) : undefined;
  };
}

function create(sets: Map<string, KeptSet>, asked: Asked): Answered {
  const set = v.parse(NewSet, json(asked));
  sets.set(set.ConfigurationSetName, { set, destinations: new Map() });
  return answer({});
}

function ofDestinations({ destinations }: KeptSet, name: string | undefined, asked: Asked): Answered {
  if (asked.method === 'POST') {
    const { EventDestinationName, EventDestination } = v.parse(NewDestination, json(asked));
    destinations.set(EventDestinationName, EventDestination);
    return answer({});
  }
  if (name === undefined)
    return answer({ EventDestinations: [...destinations].map(([Name, destination]) => ({ Name, ...destination })) });
  if (!destinations.has(name)) return nothing(name);
  if (asked.method === 'DELETE') return remove(destinations, name);
  destinations.set(name, v.parse(v.object({ EventDestination: Body }), json(asked)).EventDestination);
  return answer({});
}

function tagsOf(sets: Map<string, KeptSet>, arn: string): Answered | undefined {
  const kept = sets.get(/:configuration-set\/(.+)$/.exec(arn)?.[1] ?? '');
  return kept && answer({ Tags: kept.set.Tags });
}

function remove(kept: Map<string, unknown>, name: string): Answered {
  kept.delete(name);
  return answer({});
}

function json({ body }: Asked): unknown {
  return JSON.parse(body.toString() || '{}');
}

function nothing(name: string): Answered {
  const headers = { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'NotFoundException' };
  return { status: 404, headers, body: JSON.stringify({ message: `${name} is not there.` }) };
}

function answer(body: object): Answered {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
