import type { Doubt } from '../iam/evaluate';

/** Why something is not decided, as the end of “Not decided: …”. */
export const doubtWords: Readonly<Record<Doubt, string>> = {
  unreadableStatement: 'a statement cannot be read',
  malformedAction: 'an action has no form that IAM knows',
  malformedResource: 'a resource has no form that IAM knows, or an unknown variable',
  principalInIdentityPolicy: 'a permissions policy names a principal',
  unclearPrincipal: 'only IAM knows whom a principal stands for',
  unknownOperator: 'a condition operator is unknown',
  malformedValue: 'a condition compares with a value that does not fit',
  unknownKey: 'a condition asks for something that is not known about the call',
  listWithoutSetOperator: 'a condition compares a list without ForAllValues or ForAnyValue',
  notFilledIn: 'a value is filled in later, by the tool that the text is for',
  setOperatorWithIfExists: 'AWS does not say what a set operator with IfExists means',
};
