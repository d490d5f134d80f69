import type { Reading } from '../import/format.ts';
import { ownText } from '../text/own-text.ts';
import { isSomebody, type KnownNames, nameKey, type Person, recipientsOf } from './person.ts';
import { keyOfProfile } from './profile.ts';
import { type Row, rowsOf, type Table } from './table.ts';

/** Who wrote to whom: what has to be known of all the messages before the first of them is read. */
export interface Parties {
  /** Whether it is the person whose archive this is; undefined where that cannot be told. */
  readonly isOwner: ((person: Person) => boolean) | undefined;
  readonly names: KnownNames;
}

/** In how many conversations somebody stands, by the key of a profile or of a name. */
type Conversations = Map<string, Set<string>>;

interface Evidence {
  /** The name in `Profile.csv`, and those that the person says are theirs. */
  readonly ownNames: Set<string>;
  /** How often an invitation says that a profile is the owner's. */
  readonly ownProfiles: Map<string, number>;
  readonly names: Map<string, string>;
  readonly profilesByName: Map<string, Set<string>>;
  readonly byProfile: Conversations;
  readonly byName: Conversations;
}

/**
 * Tells the owner of an archive by the invitations, which say who sent and who got them, by the name in the profile and
 * by what the person says of themselves, else as the one who stands in most of the conversations, and in more than half.
 */
export async function partiesOf(tables: readonly Table[], { own }: Reading): Promise<Parties> {
  const evidence = await evidenceIn(tables);
  for (const name of own.names) evidence.ownNames.add(nameKey(name));
  return { names: evidence.names, isOwner: ownerBy(evidence) };
}

function ownerBy(evidence: Evidence): Parties['isOwner'] {
  const { ownNames, byProfile, byName } = evidence;
  const named = new Set([...ownNames].flatMap((name) => [...(evidence.profilesByName.get(name) ?? [])]));
  const profile =
    mostOf([...evidence.ownProfiles]) ?? mostOf([...named].map((key) => [key, byProfile.get(key)?.size ?? 0]));
  if (profile !== undefined) return isThem(profile, new Set([...ownNames, nameKey(evidence.names.get(profile) ?? '')]));
  if ([...ownNames].some((name) => byName.has(name))) return isThem(undefined, ownNames);
  const everywhere = inMost(byProfile);
  if (everywhere !== undefined) return isThem(everywhere, new Set([nameKey(evidence.names.get(everywhere) ?? '')]));
  const name = inMost(byName);
  return name === undefined ? undefined : isThem(undefined, new Set([name]));
}

/** A profile tells people apart who have the same name. */
function isThem(profile: string | undefined, names: ReadonlySet<string>) {
  return ({ name, url }: Person) =>
    profile !== undefined && url !== '' ? keyOfProfile(url) === profile : names.has(nameKey(name));
}

function mostOf(counts: readonly (readonly [string, number])[]): string | undefined {
  return counts.toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

function inMost(conversations: Conversations): string | undefined {
  const all = new Set([...conversations.values()].flatMap((ids) => [...ids]));
  const [first, second] = [...conversations].toSorted(([, one], [, other]) => other.size - one.size);
  if (!first || first[1].size === second?.[1].size || first[1].size <= all.size / 2) return undefined;
  return first[0];
}

async function evidenceIn(tables: readonly Table[]): Promise<Evidence> {
  const evidence: Evidence = {
    ownNames: new Set(),
    ownProfiles: new Map(),
    names: new Map(),
    profilesByName: new Map(),
    byProfile: new Map(),
    byName: new Map(),
  };
  for (const table of tables) {
    const note = NOTES[table.kind];
    if (!note) continue;
    for await (const row of rowsOf(table)) if ('get' in row) note(row, evidence);
  }
  return evidence;
}

const NOTES: Readonly<Record<string, (row: Row, evidence: Evidence) => void>> = {
  profile(row, { ownNames }) {
    ownNames.add(nameKey(`${row.get('first name')} ${row.get('last name')}`));
  },
  invitations(row, { ownProfiles }) {
    const isSent = row.get('direction').toUpperCase() === 'OUTGOING';
    const key = keyOfProfile(row.get(isSent ? 'inviterprofileurl' : 'inviteeprofileurl'));
    if (key !== '') ownProfiles.set(key, (ownProfiles.get(key) ?? 0) + 1);
  },
  messages(row, evidence) {
    const conversation = row.get('conversation id');
    const sender = { name: row.get('from'), url: row.get('sender profile url') };
    const recipients = recipientsOf(row.get('to'), row.get('recipient profile urls'), evidence.names);
    for (const person of [sender, ...recipients].filter(isSomebody)) stands(person, conversation, evidence);
  },
};

function stands({ name, url }: Person, conversation: string, evidence: Evidence): void {
  const profile = keyOfProfile(url);
  if (name !== '') addTo(evidence.byName, nameKey(name), conversation);
  if (profile !== '') addTo(evidence.byProfile, profile, conversation);
  if (name === '' || profile === '') return;
  if (!evidence.names.has(profile)) evidence.names.set(ownText(profile), ownText(name));
  addTo(evidence.profilesByName, nameKey(name), profile);
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set();
  if (set.size === 0) sets.set(ownText(key), set);
  if (!set.has(value)) set.add(ownText(value));
}
