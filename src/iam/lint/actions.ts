import { expandAction } from '../actionCatalogue';
import { isEverything } from '../match';
import { nearestName } from '../nearestName';
import type { DocumentPath } from '../parse';
import { serviceNames, serviceNamesAsOf } from '../serviceNames';
import { isUnknownValue } from '../unknownValue';
import type { Fix } from './fix';
import { finding, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const actions: Rule = {
  codes: ['INVALID_ACTION', 'INVALID_SERVICE_IN_ACTION', 'UNKNOWN_ACTION'],
  *check({ document, catalogue }) {
    for (const { value, at, isRefusal } of document.statements.flatMap(({ action, effect }) =>
      (action?.entries ?? []).map((entry) => ({ ...entry, isRefusal: effect?.value === 'Deny' })),
    )) {
      if (isEverything(value) || isUnknownValue(value)) continue;
      if (!/^[a-z0-9-]+:[a-z0-9*?-]+$/i.test(value)) {
        yield finding('error', 'INVALID_ACTION', at, 'An action is written service:Operation.');
        continue;
      }
      const [service = '', operation = ''] = value.split(':');
      if (!serviceNames.has(service.toLowerCase())) {
        const meant = nearestName(service, serviceNames);
        yield finding(
          'error',
          'INVALID_SERVICE_IN_ACTION',
          at,
          `No service is called ${service} in the list of ${serviceNamesAsOf}.${meant === undefined ? '' : ` Perhaps ${meant} is meant.`}`,
          meant === undefined ? undefined : writing(at, `${meant}:${operation}`),
        );
        continue;
      }
      // A Deny with a wildcard may be meant for actions that AWS adds later.
      if (isRefusal && /[*?]/.test(value)) continue;
      if (catalogue && expandAction(value, catalogue)?.length === 0) {
        const meant = nearestName(operation, catalogue.services[service.toLowerCase()] ?? []);
        const fix = meant === undefined ? undefined : writing(at, `${service}:${meant}`);
        yield {
          rule: 'UNKNOWN_ACTION',
          severity: 'suggestion',
          message: `${value} is not among the actions known on ${catalogue.asOf}; it may be new or misspelt.${meant === undefined ? '' : ` Perhaps ${service}:${meant} is meant.`}`,
          at,
          source: catalogue.source,
          ...(fix && { fix }),
        };
      }
    }
  },
};

const writing = (at: DocumentPath, value: string): Fix => ({
  title: `Write ${value}`,
  edits: [{ kind: 'replace', at, value }],
  grants: 'changed',
});
