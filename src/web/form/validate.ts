import JustValidate from 'just-validate';
import type { Fields } from '../../domain/noun.ts';
import type { RefusedField } from '../sync/wire.ts';
import { errorOf } from '../ui/field-text.ts';
import { HALF_TYPED, isHalfTyped } from '../ui/half-typed.ts';

/** What is wrong, by field. */
export type FieldErrors = Readonly<Record<string, RefusedField>>;

export interface FormHandlers {
  /** Whether a field stands as it was saved: such a one is right. */
  readonly isSaved: (name: string) => boolean;
  /** Told of all that is wrong and a person was done with once; of all that is wrong once the form was submitted. */
  readonly onErrors: (errors: FieldErrors) => void;
  /** The form was submitted, and all of it is right. At most once. */
  readonly onValid: () => void;
  /** The form was submitted, and something is wrong. */
  readonly onInvalid: () => void;
}

/** A person who stops typing for so long has typed what they meant, not half of it. */
const PAUSE_MS = 1000;

/**
 * Validates a form as a person fills it in: a field at the first pause in it or when it is left, and from then on with
 * every keystroke. JustValidate decides when to validate; the schema decides what is valid and says why; the form shows it.
 *
 * @param drafted the fields that a person was done with at an earlier time
 * @returns ends it
 */
export function validateForm(
  form: HTMLFormElement,
  fields: Fields,
  drafted: readonly string[],
  handlers: FormHandlers,
): () => void {
  const wrong = new Map<string, RefusedField | null>();
  const done = new Set(drafted);
  const report = (names: Iterable<string>) => handlers.onErrors(errorsOf(names, wrong));
  const validator = new SilentValidate(form, SETTINGS);
  for (const [name, field] of Object.entries(fields)) {
    const isValid = (text: unknown) => {
      const isHalf = isHalfTyped(placeOf(form, name));
      const error = isHalf || !handlers.isSaved(name) ? errorOf(name, field, isHalf ? HALF_TYPED : String(text)) : null;
      wrong.set(name, error);
      return error === null;
    };
    validator.addField(selectorOf(name), [{ validator: isValid }]);
  }
  report(done);
  validator.onValidate(({ isSubmitted }) => report(isSubmitted ? Object.keys(fields) : done));
  validator.onSuccess(() => {
    validator.onSuccess(() => {});
    handlers.onValid();
  });
  validator.onFail(handlers.onInvalid);
  const ignore = whenDone(form, Object.keys(fields), (name) => {
    done.add(name);
    void validator.revalidateField(selectorOf(name));
  });
  return () => {
    ignore();
    validator.onValidate(() => {});
    validator.destroy();
  };
}

/** JustValidate fills its labels by `innerHTML`, where text could run, and ties them to nothing: we show errors ourselves. */
class SilentValidate extends JustValidate {
  override createErrorLabelElem(): HTMLDivElement {
    return document.createElement('div');
  }
  override renderFieldLabel(): void {}
}

const SETTINGS = {
  validateBeforeSubmitting: true,
  // It would take the focus away from what is being typed into.
  lockForm: false,
  focusInvalidField: false,
  errorFieldCssClass: '',
  successFieldCssClass: '',
  errorFieldStyle: {},
};

/** Tells when a person pauses in a field, unless a date is half typed, and when they leave it for another place of the page. */
function whenDone(form: HTMLFormElement, names: readonly string[], onDone: (name: string) => void): () => void {
  const has = (name: string, node: EventTarget | null) => node instanceof Node && placeOf(form, name)?.contains(node);
  const nameAt = (node: EventTarget | null) => names.find((name) => has(name, node));
  const ended = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const onInput = ({ target }: Event) => {
    const name = nameAt(target);
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (name !== undefined && !isHalfTyped(placeOf(form, name))) onDone(name);
    }, PAUSE_MS);
  };
  const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    const name = nameAt(target);
    if (name !== undefined && document.hasFocus() && !has(name, relatedTarget)) onDone(name);
  };
  form.addEventListener('input', onInput, ended);
  form.addEventListener('focusout', onFocusOut, ended);
  return () => {
    clearTimeout(pause);
    ended.abort();
  };
}

function selectorOf(name: string): string {
  return `[name="${name}"]`;
}

/** What holds the control of a field, all parts of it. */
function placeOf(form: HTMLFormElement, name: string): Element | null | undefined {
  return form.querySelector(selectorOf(name))?.parentElement;
}

function errorsOf(names: Iterable<string>, wrong: ReadonlyMap<string, RefusedField | null>): FieldErrors {
  const errors = [...names].flatMap((name) => wrong.get(name) ?? []);
  return Object.fromEntries(errors.map((error) => [error.field, error]));
}
