import JustValidate from 'just-validate';
import type { Fields } from '../../../domain/noun.ts';
import type { RefusedField } from '../../sync/wire.ts';
import { errorOf } from '../../ui/field-text.ts';
import { HALF_TYPED, isHalfTyped } from '../../ui/half-typed.ts';

/** What is wrong, by field. */
export type FieldErrors = Readonly<Record<string, RefusedField>>;

export interface FormHandlers {
  /** Whether a field stands as it was saved: such a one is right. */
  readonly isSaved: (name: string) => boolean;
  /** Told of all that is wrong and was left once; of all that is wrong once the form was submitted. */
  readonly onErrors: (errors: FieldErrors) => void;
  /** The form was submitted, and all of it is right. At most once. */
  readonly onValid: () => void;
  /** The form was submitted, and something is wrong. */
  readonly onInvalid: () => void;
}

/**
 * Validates a form as a person fills it in: a field when it is left, and from then on with every keystroke. JustValidate
 * decides when to validate; the schema decides what is valid and says why; the form shows it.
 *
 * @param drafted the fields that were left at an earlier time
 * @returns ends it
 */
export function validateForm(
  form: HTMLFormElement,
  fields: Fields,
  drafted: readonly string[],
  handlers: FormHandlers,
): () => void {
  const wrong = new Map<string, RefusedField | null>();
  const left = new Set(drafted);
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
  report(left);
  validator.onValidate(({ isSubmitted }) => report(isSubmitted ? Object.keys(fields) : left));
  validator.onSuccess(() => {
    validator.onSuccess(() => {});
    handlers.onValid();
  });
  validator.onFail(handlers.onInvalid);
  const ignore = whenLeft(form, Object.keys(fields), (name) => {
    left.add(name);
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

/** Tells when the focus leaves a field for another place of the page. */
function whenLeft(form: HTMLFormElement, names: readonly string[], onLeft: (name: string) => void): () => void {
  const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    const has = (name: string, node: EventTarget | null) => node instanceof Node && placeOf(form, name)?.contains(node);
    const name = names.find((one) => has(one, target));
    if (name !== undefined && document.hasFocus() && !has(name, relatedTarget)) onLeft(name);
  };
  form.addEventListener('focusout', onFocusOut);
  return () => form.removeEventListener('focusout', onFocusOut);
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
