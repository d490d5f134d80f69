import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Apart, apartIn } from '../../domain/apart.ts';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { type Alike, alikeFinder, type LikelySame, likelySame } from '../../domain/duplicates.ts';
import type { ServerFields } from '../../domain/noun.ts';
import type { ApartField } from '../../domain/settings.ts';
import { type Comparison, JOB, PERSON, type Trait } from '../../domain/traits.ts';
import { recordsOf } from '../records-of.ts';
import { keptSettings } from '../settings/kept-settings.ts';
import type { Collection } from '../sync/collection.ts';
import { whenIdle } from '../sync/idle.ts';
import type { Replica } from '../sync/replica.ts';

/** What is likely the same among the records of a noun; null until it is found. */
export interface LikelyOf<Fields> {
  readonly groups: ReadonlySignal<readonly LikelySame[] | null>;
  /** Tells who is likely the same as one, by its fields and its id. */
  readonly alikeTo: ReadonlySignal<((one: Fields, id?: string) => readonly Alike[]) | null>;
}

const found = new WeakMap<Replica, ReturnType<typeof likelyFor>>();

/** What is likely the same in a replica: found when the browser has time, once after a change, and only while somebody looks. */
export function likelyIn(replica: Replica): ReturnType<typeof likelyFor> {
  const known = found.get(replica) ?? likelyFor(replica);
  found.set(replica, known);
  return known;
}

function likelyFor(replica: Replica) {
  const apart = (field: ApartField) => () => apartIn(keptSettings(replica), field);
  return {
    contacts: likelyOf(
      replica.collection(contact.type),
      () => recordsOf(replica, contact),
      PERSON,
      apart('apart_contacts'),
    ),
    applications: likelyOf(
      replica.collection(application.type),
      () => recordsOf(replica, application),
      JOB,
      apart('apart_applications'),
    ),
  };
}

function likelyOf<Fields extends object, T extends Fields & ServerFields>(
  { revision }: Pick<Collection, 'revision'>,
  records: () => readonly T[],
  comparison: Comparison<Fields, T>,
  apart: () => Apart,
): LikelyOf<Fields> {
  const remembering = remembered(comparison);
  const watched = <Found>(find: (all: readonly T[]) => Found) =>
    whileWatched(
      () => [revision.value, apart()],
      function* () {
        const all = records();
        // The traits take the most time by far; each record's are found once.
        for (const record of all) {
          remembering.traitsOf(record);
          yield;
        }
        return find(all);
      },
    );
  return {
    groups: watched((all) => likelySame(all, remembering, apart())),
    alikeTo: watched((all) => alikeFinder(all, remembering, apart())),
  };
}

/** The same comparison, quick for what it was asked before: a record that changes is another object. */
function remembered<Fields extends object, T extends Fields>(comparison: Comparison<Fields, T>): Comparison<Fields, T> {
  const known = new WeakMap<Fields, readonly Trait[]>();
  const traitsOf = (fields: Fields) => {
    const traits = known.get(fields) ?? comparison.traitsOf(fields);
    known.set(fields, traits);
    return traits;
  };
  return { ...comparison, traitsOf };
}

/** What is found step by step when the browser has time, and anew after what it depends on has changed. */
function whileWatched<T>(dependsOn: () => unknown, find: () => Generator<void, T>): ReadonlySignal<T | null> {
  let asked = 0;
  let end = () => {};
  const result = signal<T | null>(null, {
    watched: () => {
      end = effect(() => {
        dependsOn();
        const now = ++asked;
        whenIdle(untilAskedAgain(now));
      });
    },
    unwatched: () => {
      asked++;
      end();
    },
  });
  function* untilAskedAgain(now: number): Generator<void> {
    const steps = find();
    for (let step = steps.next(); now === asked; step = steps.next()) {
      if (step.done) {
        result.value = step.value;
        return;
      }
      yield;
    }
  }
  return result;
}
