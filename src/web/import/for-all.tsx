import { useId } from 'preact/hooks';
import type { Choices } from '../../interop/import/choices.ts';
import type { Plan } from '../../interop/import/plan.ts';
import { say } from '../words/say-plan.ts';
import type { ImportSession } from './import-session.ts';
import { canAccept } from './shown-rows.ts';

interface ForAllProps {
  readonly session: ImportSession;
  readonly plan: Plan;
  readonly choices: Choices;
}

/** What is said once for all rows, where there are any that it is about. */
export function ForAll({ session, plan, choices: { all } }: ForAllProps) {
  const isLikely = plan.rows.some(({ match }) => match !== null && !match.certain);
  const isDifferent = plan.rows.some(({ differences }) => differences.some(({ differs }) => differs));
  const isToDecide = plan.rows.some(({ proposal }) => proposal !== null && canAccept(proposal));
  if (!isLikely && !isDifferent && !isToDecide) return null;
  return (
    <div class="for-all">
      {isDifferent && (
        <Pick
          label={say.plan.takeAll}
          value={all.fields ?? 'mine'}
          options={{ mine: say.plan.mine, theirs: say.plan.theirs }}
          onPick={(fields) => session.chooseAll({ fields })}
        />
      )}
      {isLikely && (
        <Pick
          label={say.plan.likelyAll}
          value={all.likely ?? 'merge'}
          options={say.plan.likelyActions}
          onPick={(likely) => session.chooseAll({ likely })}
        />
      )}
      {isToDecide && (
        <span class="for-all-pick" role="group" aria-labelledby="for-all-messages">
          <span id="for-all-messages">{say.proposal.all}</span>
          <button type="button" class="plain" onClick={() => session.chooseAll({ proposals: 'accepted' })}>
            {say.proposal.acceptAll}
          </button>
          <button type="button" class="plain" onClick={() => session.chooseAll({ proposals: 'dismissed' })}>
            {say.proposal.dismissAll}
          </button>
        </span>
      )}
    </div>
  );
}

interface PickProps<Key extends string> {
  readonly label: string;
  readonly value: Key;
  readonly options: Readonly<Record<Key, string>>;
  readonly onPick: (key: Key) => void;
}

/** One of a few, by a list of the browser’s own. */
export function Pick<Key extends string>({ label, value, options, onPick }: PickProps<Key>) {
  const id = useId();
  const keys = Object.keys(options) as Key[];
  return (
    <span class="for-all-pick">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const key = keys.find((one) => one === currentTarget.value);
          if (key !== undefined) onPick(key);
        }}
      >
        {keys.map((key) => (
          <option key={key} value={key}>
            {options[key]}
          </option>
        ))}
      </select>
    </span>
  );
}
