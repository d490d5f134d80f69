import type { AnyRecord } from '../../domain/noun.ts';
import { titleOf } from '../deeds/applications.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { TopLine } from './page-head.tsx';

/** What stands where there is no such application: not read yet, deleted, or never there. */
export function Absent({ record }: { readonly record: AnyRecord | undefined }) {
  const { deeds, reader } = useTouchbase();
  const isLoading = record === undefined && !reader.isReady.value;
  const title = record ? titleOf(record) : isLoading ? say.application.loading : say.application.missingTitle;
  const restore = () => {
    if (record) deeds.do(say.contacts.restored(title), [{ ref: refOf(record), operation: { op: 'restore' } }]);
  };
  return (
    <>
      <header class="page-head">
        <TopLine />
        <h1 dir="auto" tabIndex={-1}>
          {title}
        </h1>
      </header>
      {!isLoading && (
        <div class="absent">
          <p>{record ? say.application.deletedText : say.application.missingText}</p>
          {record && (
            <button type="button" class="plain" onClick={restore}>
              {say.panel.restore}
            </button>
          )}
        </div>
      )}
    </>
  );
}
