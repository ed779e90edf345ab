import { parseArn, type Arn } from '../../iam/arn';

/** Says which value an ARN holds that was typed in place of the value itself. */
export function valueFromArn(
  text: string,
  what: string,
  read: (arn: Arn) => string | undefined,
): string | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const found = read(arn);
  const kind = `This is ${kindOfArn(arn)} ARN`;
  return found ? `${kind}; its ${what} is ${found}` : `${kind}, which holds no ${what}`;
}

function kindOfArn({ service, resource }: Arn): string {
  if (service === 'iam' && resource.startsWith('role/')) return 'a role';
  if (service !== 'qbusiness') return 'an';
  const types = resource.split('/').filter((_, index) => index % 2 === 0);
  const type = types.at(-1)?.replaceAll('-', ' ') ?? '';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
