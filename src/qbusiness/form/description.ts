import { quotas } from '../../iam/quotas';
import { showNumber } from '../../words/counts';
import { textFormField } from './formField';
import { newRoleOnly } from './needs';
import { cleanLine } from './pastedText';
import { strangeCharacter, tooLong } from './textField';

const MAX = quotas.roleDescription.maximum;

/** The IAM API's character set, less the line breaks and tabs that a single line cannot show. */
const descriptionCharacter = /[\u0020-\u007E\u00A1-\u00FF]/;

/** A reference to a pseudo parameter of CloudFormation or to a resource of the exported template. */
const templateReference =
  /\$\{(?:AWS::[A-Za-z]+|(?:DefaultEndpoint|IntendedAccount|ManagedPolicy|Operator|Role|UrlIssuer|WebExperience)[A-Za-z]*(?:\.[A-Za-z]+)?)\}/;

export const descriptionField = textFormField({
  name: 'description',
  option: 'description',
  operand: 'TEXT',
  needs: newRoleOnly,
  required: false,
  label: 'Description',
  help: 'Shown in the IAM console.',
  example: 'Anonymous chat on www.example.com',
  token: '{{description}}',
  maxLength: MAX,
  clean: cleanLine,
  problem: (value) => {
    if (value.length > MAX) return tooLong(MAX, value);
    if (/^(?:file|fileb|https?):\/\//i.test(value)) {
      return 'Start with another word: the AWS CLI would load what a leading file:// or http:// names';
    }
    // CloudFormation documents no way to keep a dynamic reference from being resolved.
    if (value.includes('{{resolve:')) {
      return 'Leave out {{resolve: CloudFormation would put a parameter or a secret in its place';
    }
    const reference = templateReference.exec(value)?.[0];
    if (reference !== undefined) {
      return `Leave out ${reference}: in CloudFormation and the CDK it reads like a reference`;
    }
    const strange = strangeCharacter(value, descriptionCharacter);
    if (strange) return `IAM takes Latin-1 characters here; ${strange} is not one`;
    const bytes = bytesOf(value);
    if (bytes > MAX) {
      return `Terraform takes at most ${showNumber(MAX)} bytes, and a letter with an accent counts as two: this has ${showNumber(bytes)}`;
    }
    return hidesSpacesInQuotes(value)
      ? 'Windows PowerShell cannot pass on a text whose spaces all stand inside double quotes: use single quotes'
      : undefined;
  },
});

/** Bytes in UTF-8 of a text of Latin-1 characters. */
const bytesOf = (text: string): number => text.length + text.replace(/[\0-\x7F]/g, '').length;

/** Whether all spaces are inside double quotes: Windows PowerShell 5.1 cannot pass such a word to a program. */
function hidesSpacesInQuotes(value: string): boolean {
  const outside = value.split('"').filter((_, index) => index % 2 === 0);
  return value.includes(' ') && !outside.some((part) => part.includes(' '));
}
