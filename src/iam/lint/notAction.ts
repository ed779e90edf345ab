import { firstOf } from '../../words/counts';
import { finding, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export const notAction: Rule = {
  codes: ['ALLOW_WITH_NOT_ACTION'],
  kinds: ['identity'],
  *check({ document }) {
    for (const { effect, action } of document.statements) {
      if (effect?.value !== 'Allow' || !action?.negated || action.entries.length === 0) continue;
      const { shown, more } = firstOf(action.entries, 3);
      const named = shown.map(({ value }) => value).join(', ');
      yield {
        ...finding(
          'securityWarning',
          'ALLOW_WITH_NOT_ACTION',
          action.at,
          `This allows every action of every service but ${named}${more === undefined ? '' : ` and ${more}`}. Name the actions that are needed in Action.`,
        ),
        source:
          'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
      };
    }
  },
};
