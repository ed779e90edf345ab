import { expandAction } from '../actionCatalogue';
import { isEverything } from '../match';
import { isUnknownValue } from '../unknownValue';
import { finding, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const actions: Rule = {
  codes: ['INVALID_ACTION', 'UNKNOWN_ACTION'],
  *check({ document, catalogue }) {
    for (const { value, at } of document.statements.flatMap(
      ({ action }) => action?.entries ?? [],
    )) {
      if (isEverything(value) || isUnknownValue(value)) continue;
      if (!/^[a-z0-9-]+:[a-z0-9*?-]+$/i.test(value)) {
        yield finding('error', 'INVALID_ACTION', at, 'An action is written service:Operation.');
        continue;
      }
      if (catalogue && expandAction(value, catalogue)?.length === 0) {
        yield {
          rule: 'UNKNOWN_ACTION',
          severity: 'suggestion',
          message: `${value} is not among the actions known on ${catalogue.asOf}; it may be new or misspelt.`,
          at,
          source: catalogue.source,
        };
      }
    }
  },
};
