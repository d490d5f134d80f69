import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { Folded } from '../timeline/folded.tsx';
import { say } from '../words/say-application.ts';
import { Part, useEditing } from './part.tsx';
import { SafeLink } from './safe-link.tsx';
import { usePartDesk } from './use-part-desk.ts';

/** So much of it is shown at first. */
const SOME = { characters: 900, lines: 12 };

/** The posting's text as it was kept, and the way to where it was. */
export function Posting({ record }: { readonly record: AnyRecord }) {
  const desk = usePartDesk('posting');
  const editing = useEditing();
  const [text, url] = [toText(record.description), toText(record.url)];
  const edit = () => {
    editing.value = { name: 'description' };
  };
  return (
    <Part record={record} desk={desk} title={say.posting.title} names={['description']} editing={editing}>
      {text === '' ? (
        <p class="nothing-yet">
          {say.posting.none}
          <button type="button" class="link" onClick={edit}>
            {say.posting.add}
          </button>
        </p>
      ) : (
        <Folded text={text} most={SOME} />
      )}
      {url !== '' && (
        <p class="link-line">
          <SafeLink url={url} label={say.posting.open} />
        </p>
      )}
    </Part>
  );
}
