import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Match, Row } from '../../interop/import/plan.ts';
import { say } from '../words/say-import.ts';
import { Differences } from './differences.tsx';
import type { ImportSession } from './import-session.ts';
import { ProposalChoice } from './proposal-choice.tsx';
import { labelOf, valueWords } from './value-words.ts';

interface PlanRowProps {
  readonly row: Row;
  readonly session: ImportSession;
  /** Whether all comes from one file: then it need not be named. */
  readonly isOne: boolean;
}

/** What a file brings of one record, and what becomes of it. */
export function PlanRow({ row, session, isOne }: PlanRowProps) {
  const { key, title, action, offers, match, where, isImplied, told } = row;
  return (
    <li class={`plan-row ${action}`}>
      <div class="line">
        <p class="who" dir="auto">
          <strong>{title}</strong> <Beside row={row} />
          {match && <span class="match">{matchWords(match)}</span>}
          <span class="where">
            {isImplied ? say.plan.implied : where.map((one) => say.plan.where(one, isOne)).join('; ')}
          </span>
        </p>
        <select
          aria-label={say.plan.action(title)}
          value={action}
          onChange={({ currentTarget }) => {
            const chosen = offers.find((one) => one === currentTarget.value);
            if (chosen) session.choose(key, { action: chosen });
          }}
        >
          {[...new Set([action, ...offers])].map((one) => (
            <option key={one} value={one}>
              {say.plan.actions[one]}
            </option>
          ))}
        </select>
      </div>
      {row.proposal && <ProposalChoice row={row} proposal={row.proposal} session={session} />}
      {told.map(({ field, code, detail }) => (
        <p class="told" key={`${field} ${code}`}>
          {detail}
        </p>
      ))}
      {action === 'create' ? <Contents row={row} /> : <Differences row={row} session={session} />}
    </li>
  );
}

/** What tells it from others of the same name. */
function Beside({ row: { type, fields } }: Pick<PlanRowProps, 'row'>) {
  const { titleField } = nounOf(NOUNS, type);
  const names = ['company', 'email', 'occurred_at', 'due_on', 'stage'].filter((name) => name !== titleField);
  const texts = names.map((name) => valueWords(type, name, fields[name])).filter((text) => text !== '');
  return <span class="beside">{texts.slice(0, 2).join(' · ')}</span>;
}

function matchWords({ title, certain, by }: Match): string {
  return certain
    ? say.plan.into(title)
    : say.plan.likely(
        title,
        by.map((reason) => say.plan.reasons[reason]),
      );
}

/** Every field of a new record. */
function Contents({ row: { type, fields } }: Pick<PlanRowProps, 'row'>) {
  const names = Object.keys(fields).filter((name) => toText(fields[name]) !== '' || Array.isArray(fields[name]));
  return (
    <details>
      <summary>{say.plan.contents}</summary>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{labelOf(type, name)}</dt>
            <dd dir="auto">{valueWords(type, name, fields[name])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
