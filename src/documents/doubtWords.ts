import type { OpenPoint } from '../iam/solver/decide';

/** Why a question is not decided: the text after “Not decided: ”. */
const whyWords: Readonly<Record<OpenPoint['why'], string>> = {
  unreadableStatement: 'a statement cannot be read',
  malformedAction: 'an action has no form that IAM knows',
  malformedResource: 'a resource has no form that IAM knows, or an unknown variable',
  principalInIdentityPolicy: 'a permissions policy names a principal',
  unclearPrincipal: 'only IAM knows whom a principal stands for',
  unknownOperator: 'a condition operator is unknown',
  malformedValue: 'a condition compares with a value that does not fit',
  unknownKey: 'a condition asks for something that is not known about the call',
  listWithoutSetOperator: 'a condition compares a list without ForAllValues or ForAnyValue',
  setOperatorWithIfExists: 'AWS does not say what a set operator with IfExists means',
  notFilledIn: 'a value is not filled in',
  missingPolicy: 'an attached policy is not in the documents',
  missingBoundary: 'the permissions boundary is not in the documents',
  variable: 'it depends on the value of a policy variable',
  tooLarge: 'there is too much to go through',
  unclear: 'conditions compare one key as values of different kinds',
};

/** “a value is not filled in (var.region)”. */
export function doubtWords({ why, names }: Pick<OpenPoint, 'why' | 'names'>): string {
  return names.length === 0 ? whyWords[why] : `${whyWords[why]} (${names.join(', ')})`;
}
