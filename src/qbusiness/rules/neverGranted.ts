import { expandAction } from '../../iam/actionCatalogue';
import { isEverything } from '../../iam/match';
import type { AnyStatement } from '../../iam/parse';
import { Budget } from '../../iam/solver/budget';
import { Solver } from '../../iam/solver/decide';
import { actionCatalogue, serviceCatalogue, type ServiceAction } from '../actions';
import { awsPages } from '../facts';
import { ANY_RESOURCE_ID as id, RESOURCE_ID_LENGTH } from '../resourceId';
import {
  productFinding,
  readApplicationArn,
  serviceActions,
  type ProductRule,
} from './productRule';

const budget = 200_000;

/** Actions of a statement that are checked; the reason is the same for the others. */
const maxActions = 200;

const byName = new Map(actionCatalogue.actions.map((action) => [action.action, action]));

const pathOfType: Readonly<Record<string, string>> = {
  application: '',
  'data-source': `/index/${id}/data-source/${id}`,
};

/** Actions that a statement allows only on resources of types which the action does not use. */
export const neverGranted: ProductRule = {
  codes: ['QBUSINESS_ACTION_NEVER_GRANTED'],
  kinds: ['identity'],
  *check({ document }) {
    const solver = new Solver();
    /** Whether no resource of a type is reached; by the resources of a statement, then by type. */
    const closed = new Map<string, Map<string, boolean>>();
    for (const statement of document.statements) {
      const { resource } = statement;
      if (!resource || resource.negated || resource.entries.length === 0) continue;
      if (!statement.understood || hasWrongId(statement)) continue;
      const granting = { ...document, statements: [{ ...statement, conditions: [] }] };
      const texts = resource.entries.map(({ value }) => value);
      // `*` reaches every resource.
      if (texts.some(isEverything)) continue;
      const closedHere = once(closed, JSON.stringify(texts), () => new Map<string, boolean>());
      const entries = serviceActions(statement).slice(0, maxActions);
      for (const { value, at } of entries) {
        const reached = value === '*' ? [] : (expandAction(value, serviceCatalogue) ?? []);
        const known = reached.flatMap((name) => byName.get(name) ?? []);
        if (known.length === 0) continue;
        const isLost = known.every(({ action, resourceTypes }) =>
          resourceTypes.every((type) =>
            once(closedHere, type, () => {
              const answer = solver.decide({
                claims: [{ policies: { kind: 'identity', documents: [granting] }, is: 'allowed' }],
                parts: { actions: [action], resources: [resourceOf(type)] },
                budget: new Budget(budget),
              });
              return answer.answer === 'no';
            }),
          ),
        );
        const [first] = known;
        if (!isLost || !first) continue;
        yield productFinding(
          'error',
          'QBUSINESS_ACTION_NEVER_GRANTED',
          at,
          `${value} is never allowed here: ${reasonOf(first, statement)}`,
          awsPages.serviceAuthorization,
        );
      }
    }
  },
};

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** Whether a resource has a malformed application ID, which another rule reports. */
const hasWrongId = ({ resource }: AnyStatement): boolean =>
  (resource?.entries ?? []).some(({ value }) => {
    const written = readApplicationArn(value)?.applicationId;
    return written !== undefined && !/[*?]/.test(written) && written.length !== RESOURCE_ID_LENGTH;
  });

const resourceOf = (type: string) => ({
  // The ARN of an application has a Region and an account.
  like: [
    `arn:*:qbusiness:?*:????????????:application/${id}${pathOfType[type] ?? `/${type}/${id}`}`,
  ],
});

function reasonOf({ resourceTypes }: ServiceAction, { resource }: AnyStatement): string {
  const written = resource?.entries[0]?.value ?? '';
  if (resourceTypes.length === 0) return `it takes no resource, so that only "*" allows it.`;
  const types = resourceTypes.map((type) => type.replaceAll('-', ' ')).join(' and the ');
  return `its resource is the ${types}, and ${written.length > 90 ? 'no resource of the statement' : `“${written}”`} ${written.length > 90 ? 'is one' : 'is none'}.`;
}
