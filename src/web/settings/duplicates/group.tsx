import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { toldApart } from '../../../domain/apart.ts';
import type { Reason } from '../../../domain/duplicates.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import type { ApartField } from '../../../domain/settings.ts';
import { toText } from '../../../domain/typed-text.ts';
import { editSettings } from '../../deeds/settings.ts';
import { useTouchbase } from '../../touchbase.ts';
import { isPhone } from '../../ui/media.ts';
import { say } from '../../words/say-settings.ts';
import { keptSettings } from '../kept-settings.ts';
import { Compared } from './compared.tsx';
import { MergeDialog } from './merge-dialog.tsx';

export interface GroupProps {
  readonly noun: Noun;
  readonly field: ApartField;
  readonly reasons: readonly Reason[];
  readonly records: readonly AnyRecord[];
  /** Told when it was merged or told apart. */
  readonly onGone: () => void;
}

/** So many have room beside each other. */
const MOST = { wide: 4, phone: 2 };

/** Records that are likely one, beside each other; why; and what to do about it. */
export function Group({ noun, field, reasons, records, onGone }: GroupProps) {
  const touchbase = useTouchbase();
  const id = useId();
  const merging = useSignal<AnyRecord | null>(null);
  const shown = records.slice(0, isPhone.value ? MOST.phone : MOST.wide);
  const titleOf = (record: AnyRecord) => toText(record[noun.titleField]);
  const tellApart = (record: AnyRecord) => {
    const others = records.filter((other) => other !== record);
    const kept = keptSettings(touchbase.replica);
    const rows = toldApart(
      kept,
      field,
      idOf(noun, record),
      others.map((other) => idOf(noun, other)),
    );
    editSettings(touchbase, say.likely.toldApart([record, ...others].map(titleOf)), { [field]: rows });
    onGone();
  };
  const [first] = records;
  return (
    <article class="group" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} tabIndex={-1} dir="auto">
        {first && titleOf(first)}
      </h3>
      <Reasons reasons={reasons} records={records} noun={noun} />
      <Compared
        noun={noun}
        records={shown}
        onMerge={(record) => {
          merging.value = record;
        }}
        onApart={records.length > 2 ? tellApart : undefined}
      />
      {records.length > shown.length && <p class="note">{say.likely.others(records.length - shown.length)}</p>}
      {records.length === 2 && first && (
        <button type="button" class="plain" onClick={() => tellApart(first)}>
          {say.likely.apart}
        </button>
      )}
      {merging.value && (
        <MergeDialog
          noun={noun}
          kept={merging.value}
          others={shown.filter((other) => other !== merging.value)}
          onClose={() => {
            merging.value = null;
          }}
          onMerged={onGone}
        />
      )}
    </article>
  );
}

/** Why they are likely one; of more than two also which. */
function Reasons({ noun, reasons, records }: Pick<GroupProps, 'noun' | 'reasons' | 'records'>) {
  const names = new Map(records.map((record) => [idOf(noun, record), toText(record[noun.titleField])]));
  const all = reasons.map(({ by, ids }) => {
    const among = ids.flatMap((id) => names.get(id) ?? []);
    const reason = say.likely.because[by];
    return records.length > 2 && among.length < records.length ? say.likely.among(reason, among) : reason;
  });
  return (
    <ul class="reasons">
      {[...new Set(all)].map((reason) => (
        <li key={reason} class="tag" dir="auto">
          {reason}
        </li>
      ))}
    </ul>
  );
}
