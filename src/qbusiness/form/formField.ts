import type { NonEmpty } from '../../iam/document';
import type { Needs } from './needs';
import { defineTextField, type FieldContext, type TextField } from './textField';

/** What every field of the form declares. The page decides where its control stands. */
export interface FormFieldBase {
  /** The key of its value in the form, in JSON requests, links and drafts; it never changes. */
  readonly name: string;
  /** The option of the program, without dashes. */
  readonly option: string;
  /** The option's value in the help, such as `ID`; absent for choices, which are listed, and for switches. */
  readonly operand?: string;
  readonly label: string;
  /** One sentence; empty where the label says it all. */
  readonly help: string;
  /** Values of other fields with which this one applies; absent: always. Else its value is kept, but not read. */
  readonly needs?: Needs;
  /** True for account and resource IDs, which a link without identifiers leaves out. */
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

/** A choice among a few values; the first is the default. */
export interface ChoiceFormField<Value extends string = string> extends FormFieldBase {
  readonly kind: 'choice';
  readonly choices: NonEmpty<Choice<Value>>;
}

/** A choice among a few values that has no default. */
export interface DecisionFormField<Value extends string = string> extends FormFieldBase {
  readonly kind: 'decision';
  /** The issue while nothing is chosen. */
  readonly missing: string;
  readonly choices: NonEmpty<Choice<Value>>;
  readonly token: TextField['token'];
}

/** On or off; off by default. */
export interface SwitchFormField extends FormFieldBase {
  readonly kind: 'switch';
  /** What is worth a second look while it is on. */
  readonly caution?: (context: FieldContext) => string | undefined;
}

/** A list of texts of one kind. */
export interface ListFormField extends FormFieldBase {
  readonly kind: 'list';
  readonly entry: TextField;
  readonly addLabel: string;
  /** Whether at least one entry is needed where the field applies. */
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
