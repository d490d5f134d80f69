import { toText } from '../../domain/typed-text.ts';
import type { MessageClass } from '../../interop/import/found.ts';
import type { ProposalRow, Row } from '../../interop/import/plan.ts';
import { say } from '../words/say-plan.ts';
import type { ImportSession } from './import-session.ts';
import { canAccept } from './shown-rows.ts';

interface ProposalChoiceProps {
  readonly row: Row;
  readonly proposal: ProposalRow;
  readonly session: ImportSession;
}

const CLASSES = Object.keys(say.proposal.classes) as MessageClass[];

/** What a message seems to say: accepted, changed to something else, or dismissed. */
export function ProposalChoice({ row, proposal, session }: ProposalChoiceProps) {
  const { because, chosen, application, edit } = proposal;
  const job = application?.title ?? toText(edit.position);
  const choose = (value: string) => {
    const known = CLASSES.find((one) => one === value);
    session.choose(row.key, { proposal: known ?? 'dismissed' });
  };
  return (
    <p class="proposal">
      <span>
        {say.proposal.says(say.proposal.classes[proposal.class])} <q dir="auto">{because}</q>
      </span>
      {canAccept(proposal) && (
        <>
          {job !== '' && <span class="about">{say.proposal.about(job)}</span>}
          <select
            aria-label={say.proposal.label(row.title)}
            value={chosen}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {chosen === 'undecided' && <option value="undecided">{say.proposal.undecided}</option>}
            {CLASSES.map((one) => (
              <option key={one} value={one}>
                {say.proposal.classes[one]}
              </option>
            ))}
            <option value="dismissed">{say.proposal.dismissed}</option>
          </select>
        </>
      )}
    </p>
  );
}
