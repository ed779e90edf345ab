import type { ConditionBlock, HttpsUrl, NonEmpty, PrincipalMap } from '../../iam/document';
import type { HandoverStep } from '../command';
import type { Needs } from '../form/needs';
import { defineTextField, type TextField } from '../form/textField';

/** A typed-in value that one kind of caller needs. */
export interface CallerTextField<Name extends string = string> extends TextField {
  readonly kind: 'text';
  readonly name: Name;
  /** An optional value may stay empty; a required one leaves its token in the documents. */
  readonly required: boolean;
  /** Values of the caller's other fields with which this one applies; absent: always. */
  readonly needs?: Needs;
}

/** Declares one text of a caller. */
export const callerText = <const Name extends string>(
  field: Omit<CallerTextField<Name>, 'kind'>,
): CallerTextField<Name> => defineTextField({ ...field, kind: 'text' });

export interface CallerChoice {
  readonly value: string;
  readonly label: string;
}

/** A choice among a few values; the first is the default. */
export interface CallerChoiceField<Name extends string = string> {
  readonly kind: 'choice';
  readonly name: Name;
  readonly label: string;
  readonly help: string;
  readonly choices: NonEmpty<CallerChoice>;
  readonly needs?: Needs;
}

export type CallerField<Name extends string = string> =
  CallerTextField<Name> | CallerChoiceField<Name>;

/** The values of the form that a caller's trust policy uses. Each may be a placeholder. */
export interface TrustContext {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** The one statement of an API-only trust policy. */
export interface TrustGrant {
  /** Letters and digits only. */
  readonly sid: string;
  readonly principal: PrincipalMap;
  readonly actions: NonEmpty<`sts:${string}`>;
  /** Only keys that the caller is known to send: a key that is missing makes the role unusable. */
  readonly condition?: ConditionBlock;
  readonly because: string;
  readonly source: HttpsUrl;
}

/** The finished role, as the caller's configuration refers to it. */
export interface HandoverContext extends TrustContext {
  readonly roleArn: string;
  readonly roleName: string;
}

/**
 * One kind of caller of the API: its fields, the statement that lets it assume the role, and where
 * the role's ARN goes next. A new kind is a new file and one line in `index.ts`.
 */
export interface CallerDefinition<Kind extends string = string, Name extends string = string> {
  readonly kind: Kind;
  /** The caller's name in the list “Who calls the API?”. */
  readonly label: string;
  /** Who assumes the role, in one sentence. */
  readonly summary: string;
  readonly source: HttpsUrl;
  readonly fields: readonly CallerField<Name>[];
  /** Absent where the role exists already and keeps its own trust policy. */
  readonly trust?: (values: Readonly<Record<Name, string>>, context: TrustContext) => TrustGrant;
  readonly handover: (
    values: Readonly<Record<Name, string>>,
    context: HandoverContext,
  ) => readonly HandoverStep[];
}

export const defineCaller = <const Kind extends string, const Name extends string>(
  caller: CallerDefinition<Kind, Name>,
): CallerDefinition<Kind, Name> => caller;
