import { callers, type CallerKind } from '../callers';
import { undecidedCaller } from '../callers/undecided';
import type { Choice, DecisionFormField } from './formField';
import { apiOnly } from './needs';

const [first, ...others] = callers;

const choiceOf = ({ kind, label, summary }: (typeof callers)[number]): Choice<CallerKind> => ({
  value: kind,
  label,
  description: summary,
});

export const callerField: DecisionFormField<CallerKind> & {
  readonly name: 'caller';
  readonly option: 'caller';
} = {
  kind: 'decision',
  name: 'caller',
  option: 'caller',
  needs: apiOnly,
  label: 'Who calls the API?',
  help: 'Who assumes the role.',
  missing: 'Choose who calls the API',
  token: undecidedCaller.token,
  choices: [choiceOf(first), ...others.map(choiceOf)],
};

/** The values that each kind of caller declares for itself; the form keeps those of every kind. */
export const callerValuesField = {
  kind: 'callerValues',
  name: 'callers',
  option: 'caller-value',
  operand: 'NAME=VALUE',
  needs: apiOnly,
  label: 'Values of the caller',
  help: 'Declared by each caller; see below.',
} as const;
