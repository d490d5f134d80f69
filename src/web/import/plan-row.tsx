import type { ComponentChildren } from 'preact';
import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import type { Match, Row } from '../../interop/import/plan.ts';
import { say } from '../words/say-plan.ts';
import { Differences } from './differences.tsx';
import type { ImportSession } from './import-session.ts';
import type { PlanRecords } from './plan-records.ts';
import { ProposalChoice } from './proposal-choice.tsx';
import { labelOf, valueWords } from './value-words.ts';
import './plan-row.css';

interface PlanRowProps {
  readonly row: Row;
  readonly records: PlanRecords;
  readonly session: ImportSession;
  /** Whether all comes from one file: then it need not be named. */
  readonly isOne: boolean;
}

/** What a file brings of one record, and what becomes of it. */
export function PlanRow({ row, records, session, isOne }: PlanRowProps) {
  const { told } = row;
  return (
    <li class={`plan-row ${row.action}`}>
      <Unfolding row={row} records={records} session={session}>
        <Who row={row} records={records} isOne={isOne} />
      </Unfolding>
      <Becomes row={row} session={session} />
      {row.proposal && <ProposalChoice row={row} proposal={row.proposal} session={session} />}
      {told.map(({ field, code, detail }) => (
        <p class="told" key={`${field} ${code}`}>
          {detail}
        </p>
      ))}
    </li>
  );
}

function Becomes({ row: { key, title, action, offers }, session }: Pick<PlanRowProps, 'row' | 'session'>) {
  const all = [...new Set([action, ...offers])];
  if (all.length === 1) return <span class="becomes">{say.plan.actions[action]}</span>;
  return (
    <select
      aria-label={say.plan.action(title)}
      value={action}
      onChange={({ currentTarget }) => {
        const chosen = offers.find((one) => one === currentTarget.value);
        if (chosen) session.choose(key, { action: chosen });
      }}
    >
      {all.map((one) => (
        <option key={one} value={one}>
          {say.plan.actions[one]}
        </option>
      ))}
    </select>
  );
}

/** Unfolds into what a new record holds, or what changes of one that stands; where there is neither, it is a line. */
function Unfolding({
  row,
  records,
  session,
  children,
}: Omit<PlanRowProps, 'isOne'> & { readonly children: ComponentChildren }) {
  const { action, differences } = row;
  if (action !== 'create' && differences.length === 0) return <p class="folded">{children}</p>;
  const isToChoose = action !== 'create' && action !== 'alone' && differences.some(({ differs }) => differs);
  return (
    <details open={isToChoose}>
      <summary>{children}</summary>
      {action === 'create' ? (
        <Contents row={row} records={records} />
      ) : (
        <Differences row={row} records={records} session={session} />
      )}
    </details>
  );
}

function Who({ row, records, isOne }: Omit<PlanRowProps, 'session'>) {
  const { title, match, where, isImplied } = row;
  const places = isImplied ? say.plan.implied : where.map((one) => say.plan.where(one, isOne)).join('; ');
  return (
    <span class="who" dir="auto">
      <strong>{title}</strong> <Beside row={row} records={records} />
      {match && <span class={match.certain ? 'match' : 'match likely'}>{matchWords(match, title)} </span>}
      <span class="where">{places}</span>
    </span>
  );
}

/** What tells it from others of the same name. */
function Beside({ row, records }: Pick<PlanRowProps, 'row' | 'records'>) {
  const { type, title } = row;
  const fields = records.fieldsOf(row);
  const { titleField } = nounOf(NOUNS, type);
  const names = ['company', 'email', 'contact_id', 'occurred_at', 'due_on', 'stage'].filter(
    (name) => name !== titleField,
  );
  const texts = names.map((name) => valueWords(type, name, fields[name], records.nameOf));
  const telling = texts.filter((text) => text !== '' && text !== title).slice(0, 2);
  return telling.length > 0 && <span class="beside">{telling.join(' · ')} </span>;
}

function matchWords({ title, certain, by }: Match, own: string): string {
  if (certain) return title === own ? say.plan.here : say.plan.into(title);
  return say.plan.likely(
    title,
    by.map((reason) => say.plan.reasons[reason]),
  );
}

/** What only a program needs: by what it knows a message again, and a mark that says what everybody sees. */
const UNTOLD = new Set(['source_id', 'needs_email']);

/** Every field of a new record. */
function Contents({ row, records }: Pick<PlanRowProps, 'row' | 'records'>) {
  const { type } = row;
  const texts = Object.entries(records.fieldsOf(row))
    .filter(([name]) => !UNTOLD.has(name))
    .map(([name, value]) => [name, valueWords(type, name, value, records.nameOf)] as const);
  return (
    <dl>
      {texts.map(
        ([name, text]) =>
          text !== '' && (
            <div key={name}>
              <dt>{labelOf(type, name)}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
