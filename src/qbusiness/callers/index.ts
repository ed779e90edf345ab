import { amplifyHosting } from './amplifyHosting';
import type { CallerDefinition } from './caller';
import { ec2Instance } from './ec2Instance';
import { ecsTask } from './ecsTask';
import { eksIrsa } from './eksIrsa';
import { eksPodIdentity } from './eksPodIdentity';
import { existingRole } from './existingRole';
import { githubActions } from './githubActions';
import { lambda } from './lambda';
import { otherAccount } from './otherAccount';
import { rolesAnywhere } from './rolesAnywhere';
import { sameAccount } from './sameAccount';
import { undecidedCaller } from './undecided';

/** Every kind of caller, in the order of the list “Who calls the API?”. */
export const callers = [
  lambda,
  ecsTask,
  ec2Instance,
  eksPodIdentity,
  eksIrsa,
  sameAccount,
  otherAccount,
  rolesAnywhere,
  githubActions,
  amplifyHosting,
  existingRole,
] as const;

type Caller = (typeof callers)[number];

export type CallerKind = Caller['kind'];

type FieldNameOf<C extends Caller> = C['fields'][number]['name'];

/** The callers' values in the form: one object for each kind, so that another choice of caller loses nothing. */
export type CallersFormValues = {
  readonly [C in Caller as C['kind']]: Readonly<Record<FieldNameOf<C>, string>>;
};

const byKind: ReadonlyMap<string, CallerDefinition> = new Map(
  callers.map((caller) => [caller.kind, caller as CallerDefinition]),
);

/**
 * The declaration of a kind of caller; that of `undecidedCaller` for an empty text, when none is chosen yet.
 *
 * @throws RangeError for a kind that is not in the list.
 */
export function callerOf(kind: CallerKind | ''): CallerDefinition {
  if (kind === '') return undecidedCaller;
  const caller = byKind.get(kind);
  if (!caller) throw new RangeError(`No caller of the kind ${kind}`);
  return caller;
}

/** Empty texts, and the first value of each choice. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names that the list above gives it
export const emptyCallers = Object.fromEntries(
  callers.map(({ kind, fields }) => [
    kind,
    Object.fromEntries(
      fields.map((field) => [field.name, field.kind === 'choice' ? field.choices[0].value : '']),
    ),
  ]),
) as CallersFormValues;
