import { contact } from '../../../domain/contact.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { useTouchbase } from '../../touchbase.ts';
import { momentWords } from '../../words/moment.ts';
import { say } from '../../words/say-settings.ts';
import { comparedRows } from './compared-rows.ts';

interface ComparedProps {
  readonly noun: Noun;
  readonly records: readonly AnyRecord[];
  readonly onMerge: (into: AnyRecord) => void;
  /** Absent where two are told apart as one. */
  readonly onApart: ((record: AnyRecord) => void) | undefined;
}

/** Records beside each other, a row for each field, and what can be done with each. */
export function Compared({ noun, records, onMerge, onApart }: ComparedProps) {
  return (
    <table class="compared" style={`--beside: ${records.length}`}>
      <Heads noun={noun} records={records} />
      <tbody>
        {comparedRows(noun, records)
          .filter(({ name }) => name !== noun.titleField)
          .map(({ name, field, texts, differs }) => (
            <Row key={name} label={say.schema.label(name, field)} texts={texts} differs={differs} />
          ))}
        <Touching noun={noun} records={records} />
        <Row label={say.likely.added} texts={records.map(({ created_at }) => momentWords(created_at))} />
        <tr class="acts-row">
          <td />
          {records.map((record, index) => (
            <td key={idOf(noun, record)}>
              <button
                type="button"
                class="plain"
                aria-label={say.merge.intoNamed(toText(record[noun.titleField]), index + 1)}
                onClick={() => onMerge(record)}
              >
                <span class="text">{say.merge.into}</span>
              </button>
              {onApart && (
                <button type="button" class="link" onClick={() => onApart(record)}>
                  {say.likely.apartFromAll}
                </button>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Heads({ noun, records }: Pick<ComparedProps, 'noun' | 'records'>) {
  const { router } = useTouchbase();
  const hrefOf = (id: string) =>
    noun.type === contact.type ? router.hrefOf({ id }) : router.hrefTo('applications', { id });
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="visually-hidden">{say.likely.field}</span>
        </th>
        {records.map((record) => (
          <th key={idOf(noun, record)} scope="col">
            <a href={hrefOf(idOf(noun, record))} dir="auto">
              {toText(record[noun.titleField])}
            </a>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly differs?: boolean;
}

function Row({ label, texts, differs = false }: RowProps) {
  return (
    <tr class={differs ? 'differs' : undefined}>
      <th scope="row">
        {label} {differs && <small>{say.likely.differs}</small>}
      </th>
      {texts.map((text, index) => (
        <td key={index} dir="auto">
          {text}
        </td>
      ))}
    </tr>
  );
}

/** How much was said, planned and applied for with each: who has most of it is often the one to keep. */
function Touching({ noun, records }: Pick<ComparedProps, 'noun' | 'records'>) {
  const { related } = useTouchbase();
  const texts = records.map((record) => {
    const id = idOf(noun, record);
    const by = noun.type === contact.type ? 'contact_id' : 'application_id';
    return say.likely.counts([
      ['interactions', related.interactions(by, id).length],
      ['tasks', related.tasks(by, id).length],
      ['applications', by === 'contact_id' ? related.applicationsOf(id).length : 0],
    ]);
  });
  return texts.some((text) => text !== '') ? <Row label={say.likely.touching} texts={texts} /> : null;
}
