import type { Reader, Source } from './source';

const tooFew = 'leaves out which value belongs where. Run the command again with --output json.';

/** Forms in which the AWS CLI prints documents without their structure. */
const forms: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /^(?:ROLE|ROLEDETAILLIST|ROLES|POLICIES|POLICYDOCUMENT|ASSUMEROLEPOLICYDOCUMENT|STATEMENT|POLICYVERSION)(?:\t|$)/m,
    'The text output of the AWS CLI',
  ],
  [/^-{20,}\r?\n\|/m, 'A table of the AWS CLI'],
];

/** What the AWS CLI prints for people to read: documents cannot be put together from it. */
export const commandOutput: Reader = {
  name: 'text output of the AWS CLI',
  maxLength: Number.POSITIVE_INFINITY,
  read: (source) => {
    const start = source.text.slice(0, 100_000);
    const form = forms.find(([pattern]) => pattern.test(start));
    return form && unreadable(source, `${form[1]} ${tooFew}`);
  },
};

const unreadable = (source: Source, message: string) => ({
  trees: [],
  remarks: [
    {
      code: 'UNREADABLE_TEXT' as const,
      message,
      range: source.outer({ start: 0, end: source.text.length }),
    },
  ],
});
