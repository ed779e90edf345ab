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

/** The form's values: one sub-object per kind, so that switching back and forth loses nothing. */
export type CallersFormValues = {
  readonly [C in Caller as C['kind']]: Readonly<Record<FieldNameOf<C>, string>>;
};

const byKind: ReadonlyMap<string, CallerDefinition> = new Map(
  callers.map((caller) => [caller.kind, caller as CallerDefinition]),
);

/**
 * What is declared of a kind of caller; empty: not chosen yet.
 *
 * @throws RangeError for a kind that is not in the list.
 */
export function callerOf(kind: CallerKind | ''): CallerDefinition {
  if (kind === '') return undecidedCaller;
  const caller = byKind.get(kind);
  if (!caller) throw new RangeError(`No caller of the kind ${kind}`);
  return caller;
}

/** Texts empty, choices at their first. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names that the list above gives it
export const emptyCallers = Object.fromEntries(
  callers.map(({ kind, fields }) => [
    kind,
    Object.fromEntries(
      fields.map((field) => [field.name, field.kind === 'choice' ? field.choices[0].value : '']),
    ),
  ]),
) as CallersFormValues;
