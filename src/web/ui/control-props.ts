import type { Field } from '../../domain/field.ts';

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  /** What stands in it: see `toText`. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly isInvalid: boolean;
  /** The ids of what explains it. */
  readonly describedBy?: string | undefined;
  /** The name for assistive technology where no label is beside it. */
  readonly label?: string | undefined;
  /** What to offer; asked only while a person is there. */
  readonly suggestions?: (() => readonly string[]) | undefined;
}

/** What every control of a field has in common. */
export function attributesOf({ id, isInvalid, describedBy, label, field }: ControlProps) {
  return {
    id,
    'aria-invalid': isInvalid,
    'aria-describedby': describedBy,
    'aria-label': label,
    'aria-required': field.required,
  } as const;
}
