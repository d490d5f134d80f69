import JustValidate from 'just-validate';
import type { Fields } from '../../../domain/noun.ts';
import type { RefusedField } from '../../sync/wire.ts';
import { errorOf } from '../../ui/field-text.ts';
import { HALF_TYPED, isHalfTyped } from '../../ui/half-typed.ts';

/** What is wrong, by field. */
export type FieldErrors = Readonly<Record<string, RefusedField>>;

export interface FormHandlers {
  /** Told of all that is wrong and was touched; of all that is wrong once the form was submitted. */
  readonly onErrors: (errors: FieldErrors) => void;
  /** The form was submitted, and all of it is right. */
  readonly onValid: () => void;
  /** The form was submitted, and something is wrong. */
  readonly onInvalid: () => void;
}

/**
 * Validates a form as a person types. JustValidate decides when to validate and what was touched; the schema decides what
 * is valid and says why; the form shows it.
 *
 * @returns ends it
 */
export function validateForm(form: HTMLFormElement, fields: Fields, handlers: FormHandlers): () => void {
  const wrong = new Map<string, RefusedField | null>();
  const validator = new SilentValidate(form, SETTINGS);
  for (const [name, field] of Object.entries(fields)) {
    const selector = `[name="${name}"]`;
    const isValid = (text: unknown) => {
      const isHalf = isHalfTyped(form.querySelector(selector)?.parentElement);
      const error = errorOf(name, field, isHalf ? HALF_TYPED : String(text));
      wrong.set(name, error);
      return error === null;
    };
    validator.addField(selector, [{ validator: isValid }]);
  }
  validator.onValidate(({ fields: states, isSubmitted }) => {
    const seen = Object.values(states).filter(({ touched }) => touched || isSubmitted);
    handlers.onErrors(
      errorsOf(
        seen.map(({ elem }) => elem.name),
        wrong,
      ),
    );
  });
  validator.onSuccess(handlers.onValid);
  validator.onFail(handlers.onInvalid);
  return () => {
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

function errorsOf(names: readonly string[], wrong: ReadonlyMap<string, RefusedField | null>): FieldErrors {
  const errors = names.flatMap((name) => wrong.get(name) ?? []);
  return Object.fromEntries(errors.map((error) => [error.field, error]));
}
