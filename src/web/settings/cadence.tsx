import { useRef } from 'preact/hooks';
import { BEGINNINGS, type CadenceRule } from '../../domain/cadence-row.ts';
import { DEFAULT_CADENCE, isOverruled, keptRules } from '../../domain/cadence-rules.ts';
import { rowsOf } from '../../domain/history.ts';
import { TASK_KINDS } from '../../domain/task.ts';
import { editSettings } from '../deeds/settings.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-settings.ts';
import { keptSettings } from './kept-settings.ts';
import { RuleRow } from './rule-row.tsx';
import './rules.css';

const NEW: CadenceRule = { stage: null, after: 'applied', kind: 'todo', days: 7, working_days: false, most: 1 };

/** What is suggested after what, and when. */
export function Cadence() {
  const touchbase = useTouchbase();
  const table = useRef<HTMLTableElement>(null);
  const kept = keptSettings(touchbase.replica);
  const own = kept?.deleted_at === null ? rowsOf<CadenceRule>(kept, 'cadence') : [];
  const rules = own.length > 0 ? own : DEFAULT_CADENCE;
  const isUsual = own.length === 0;
  const keep = (label: string, changed: readonly CadenceRule[]) =>
    void editSettings(touchbase, label, { cadence: keptRules(changed) });
  const focusRow = (place: number, name: string) =>
    requestAnimationFrame(() => {
      const row = table.current?.tBodies[0]?.rows[place];
      row?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
    });
  const remove = (rule: CadenceRule, place: number) => {
    keep(say.cadence.deleted(BEGINNINGS[rule.after], TASK_KINDS[rule.kind]), rules.toSpliced(place, 1));
    focusRow(Math.min(place, rules.length - 2), 'delete');
  };
  const add = () => {
    keep(say.cadence.added, [...rules, NEW]);
    focusRow(rules.length, 'after');
  };
  return (
    <section aria-labelledby="settings-cadence">
      <h2 id="settings-cadence">{say.cadence.title}</h2>
      <p>{say.cadence.text}</p>
      <table ref={table} class="rules" aria-labelledby="settings-cadence">
        <Head />
        <tbody>
          {rules.map((rule, place) => (
            <RuleRow
              key={place}
              rule={rule}
              place={place}
              isOverruled={isOverruled(rules, place)}
              isOnly={rules.length === 1}
              onChange={(change) => {
                const changed = { ...rule, ...change };
                keep(
                  say.cadence.changed(BEGINNINGS[changed.after], TASK_KINDS[changed.kind]),
                  rules.with(place, changed),
                );
              }}
              onDelete={() => remove(rule, place)}
            />
          ))}
        </tbody>
      </table>
      <div class="acts">
        <button type="button" class="plain" onClick={add}>
          <Icon name="plus" />
          {say.cadence.add}
        </button>
        <button
          type="button"
          class="plain"
          aria-disabled={isUsual}
          onClick={() => isUsual || keep(say.cadence.wasReset, DEFAULT_CADENCE)}
        >
          {say.cadence.reset}
        </button>
      </div>
    </section>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        {Object.entries(say.cadence.columns).map(([name, title]) => (
          <th key={name} scope="col">
            {title}
          </th>
        ))}
        <th scope="col">
          <span class="visually-hidden">{say.cadence.deleteColumn}</span>
        </th>
      </tr>
    </thead>
  );
}
