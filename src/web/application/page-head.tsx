import type { ComponentChildren } from 'preact';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { SyncState } from '../contacts/sync-state.tsx';
import { removeApplication, titleOf } from '../deeds/applications.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-application.ts';
import { CompanyAnswers } from './company-answers.tsx';

interface PageHeadProps {
  readonly record: AnyRecord;
  /** Where it stands, and for how long. */
  readonly stand: ComponentChildren;
  /** The person wants to say which company it is. */
  readonly onReveal: () => void;
}

/** Which application it is, where it stands and for how long. */
export function PageHead({ record, stand, onReveal }: PageHeadProps) {
  const [company, via, location] = [record.company, record.via, record.location].map(toText);
  return (
    <header class="page-head">
      <TopLine record={record} />
      <h1 dir="auto" tabIndex={-1}>
        {toText(record.position)}
      </h1>
      <p class="where">
        {company ? <strong dir="auto">{company}</strong> : <em>{say.pipeline.unknownClient}</em>}
        {via && <span dir="auto">{say.pipeline.via(via)}</span>}
        {location && <span dir="auto">{location}</span>}
        {!company && (
          <button type="button" class="link" onClick={onReveal}>
            {say.application.reveal}
          </button>
        )}
      </p>
      {stand}
      <CompanyAnswers company={company || via || ''} />
    </header>
  );
}

/** The way back, whether all is saved, and the way to delete it. */
export function TopLine({ record }: { readonly record?: AnyRecord }) {
  const { deeds, router } = useTouchbase();
  const { asked } = router.route.value.elsewhere ?? {};
  const remove = (one: AnyRecord) => {
    removeApplication(deeds, one);
    router.goTo('applications', null, asked);
  };
  return (
    <div class="top">
      <a class="back" href={router.hrefTo('applications', null, asked)} title={say.application.backTitle}>
        <Icon name="down" class="turned" />
        {say.application.back}
      </a>
      <SyncState />
      {record && (
        <button
          type="button"
          class="quiet danger"
          aria-label={say.contacts.delete(titleOf(record))}
          title={say.contacts.delete(titleOf(record))}
          onClick={() => remove(record)}
        >
          <Icon name="trash" />
        </button>
      )}
    </div>
  );
}
