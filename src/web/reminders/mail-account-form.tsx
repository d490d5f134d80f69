import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Field } from '../../domain/field.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Drafts } from '../form/drafts.ts';
import { FormState } from '../form/form-state.ts';
import { useValidation } from '../form/use-validation.ts';
import { Control } from '../ui/control.tsx';
import { attributesOf } from '../ui/control-props.ts';
import { say } from '../words/say-reminders.ts';
import { accountRecord, accountSent, mailAccount, USUAL_ACCOUNT } from './mail-account.ts';
import { reasonOf } from './reach.ts';
import { AccountRefused, type MailAccount } from './reminders-api.ts';
import type { RemindersPlace } from './reminders-place.ts';

const words = say.reminders.account;

/** The key of its draft. */
export const DRAFT = 'account';

interface MailAccountFormProps {
  readonly place: RemindersPlace;
  readonly drafts: Drafts;
  readonly account: MailAccount;
  readonly onClose: () => void;
  readonly onSaved: (account: MailAccount) => void;
}

/** The account of e-mail. What was typed and not taken is in the form again, with what is wrong. */
export function MailAccountForm(props: MailAccountFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, wasWrong, isSaving } = useAccount(form, props);
  useLayoutEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    (wrong ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
  }, []);
  const count = Object.keys(state.errors.value).length;
  return (
    <form ref={form} class="mail-account" noValidate aria-label={words.title}>
      {Object.entries(mailAccount.fields).map(([name, field]) => (
        <AccountField key={name} name={name} field={field} state={state} account={props.account} />
      ))}
      <footer>
        <button type="submit" class="primary" aria-disabled={isSaving.value}>
          {isSaving.value ? words.saving : words.save}
        </button>
        <button type="button" class="plain" onClick={props.onClose}>
          {words.cancel}
        </button>
        <p class="error" role="alert">
          {refusalOf(state) ?? (wasWrong.value && count > 0 && words.problems(count))}
        </p>
      </footer>
    </form>
  );
}

/** What the form holds, and how it is saved. */
function useAccount(
  form: { readonly current: HTMLFormElement | null },
  { place, drafts, account, onSaved }: MailAccountFormProps,
) {
  const record = accountRecord(account);
  const state = useMemo(() => new FormState(mailAccount, drafts, DRAFT, record ? {} : USUAL_ACCOUNT), []);
  const isSaving = useSignal(false);
  const save = async (values: Record<string, unknown>) => {
    const texts = state.texts.peek();
    isSaving.value = true;
    try {
      onSaved(await place.api.keepMailAccount(accountSent(record, values)));
    } catch (error) {
      const over = Object.fromEntries(Object.keys(texts).map((name) => [name, toText(record?.[name])]));
      const errors = error instanceof AccountRefused ? error.errors : [];
      drafts.giveBack(DRAFT, { texts, over, refused: { detail: reasonOf(error), errors } });
    }
  };
  const { fields } = mailAccount;
  const isNew = record === undefined;
  const wasWrong = useValidation({ form, state, fields, isNew, onSave: (values) => void save(values) });
  return { state, wasWrong, isSaving };
}

/** Why it was not taken, where no field says so. */
function refusalOf(state: FormState): string | null {
  return Object.keys(state.errors.value).length === 0 ? state.refusal : null;
}

interface AccountFieldProps {
  readonly name: string;
  readonly field: Field;
  readonly state: FormState;
  readonly account: MailAccount;
}

function AccountField({ name, field, state, account }: AccountFieldProps) {
  const id = useId();
  const record = accountRecord(account);
  const error = state.errors.value[name];
  const props = {
    id,
    name,
    field,
    text: state.textOf(name, record),
    onText: (text: string) => state.type(name, text, record),
    isInvalid: error !== undefined,
    describedBy: `${id}-note`,
  };
  const hint = name === 'password' && account.has_password ? words.keepPassword : (field.hint ?? '');
  return (
    <div class={`field ${name}`}>
      <div class="label">
        <label for={id}>{say.schema.label(name, field)}</label>
      </div>
      <div class="control">
        {name === 'password' ? (
          <input
            {...attributesOf(props)}
            name={name}
            type="password"
            autocomplete="off"
            value={props.text}
            onInput={(event) => props.onText(event.currentTarget.value)}
          />
        ) : (
          <Control {...props} />
        )}
      </div>
      <p id={`${id}-note`} class={error ? 'note error' : 'note'} aria-live="polite">
        {error ? say.schema.error(error) : hint}
      </p>
    </div>
  );
}
