import type { NonEmpty } from '../../iam/document';
import type { Needs } from './needs';
import { defineTextField, type FieldContext, type TextField } from './textField';

/** What every field of the form declares about itself; where it stands is the form's matter. */
export interface FormFieldBase {
  /** Its name among the form's values, in JSON requests, in links and in drafts: for ever. */
  readonly name: string;
  /** The option of the program, without dashes. */
  readonly option: string;
  /** What the option takes, in the words of a manual page; absent where choices or nothing say it. */
  readonly operand?: string;
  readonly label: string;
  /** One sentence; empty where the label says it all. */
  readonly help: string;
  /** Absent: always. While one of them is not met, the value is kept but not read. */
  readonly needs?: Needs;
  /** A link that tells no identifiers leaves it out. */
  readonly isIdentifier?: boolean;
}

/** A typed-in text. An optional one may stay empty; a required one leaves its token in the documents. */
export interface TextFormField extends FormFieldBase, TextField {
  readonly kind: 'text';
  readonly required: boolean;
}

/** Declares one text of the form. */
export const textFormField = <const Name extends string, const Option extends string>(
  field: Omit<TextFormField, 'kind'> & { readonly name: Name; readonly option: Option },
): TextFormField & { readonly name: Name; readonly option: Option } =>
  defineTextField({ ...field, kind: 'text' });

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** One sentence. */
  readonly description?: string;
}

/** A decision between a few values; the first choice is the default. */
export interface ChoiceFormField<Value extends string = string> extends FormFieldBase {
  readonly kind: 'choice';
  readonly choices: NonEmpty<Choice<Value>>;
}

/** A decision that has no default. */
export interface DecisionFormField<Value extends string = string> extends FormFieldBase {
  readonly kind: 'decision';
  /** What is said while nothing is chosen. */
  readonly missing: string;
  readonly choices: NonEmpty<Choice<Value>>;
  readonly token: TextField['token'];
}

/** Off by default. */
export interface SwitchFormField extends FormFieldBase {
  readonly kind: 'switch';
  /** What is worth a second look while it is on. */
  readonly caution?: (context: FieldContext) => string | undefined;
}

/** Texts of one kind. */
export interface ListFormField extends FormFieldBase {
  readonly kind: 'list';
  readonly entry: TextField;
  readonly addLabel: string;
  /** Where it applies, at least one entry is needed. */
  readonly required: boolean;
  readonly maxEntries: number;
  /** Why accepted entries are refused together. */
  readonly problem?: (entries: readonly string[]) => string | undefined;
}

/** Tags: keys with values. */
export interface TagsFormField extends FormFieldBase {
  readonly kind: 'tags';
  readonly key: TextField;
  readonly value: TextField;
  readonly addLabel: string;
  readonly maxEntries: number;
}

/** The values that each kind of caller declares for itself. */
export interface CallerValuesFormField extends FormFieldBase {
  readonly kind: 'callerValues';
}

export type FormField =
  | TextFormField
  | ChoiceFormField
  | DecisionFormField
  | SwitchFormField
  | ListFormField
  | TagsFormField
  | CallerValuesFormField;
