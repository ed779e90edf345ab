import { expandAction } from '../../iam/actionCatalogue';
import type { AnyPolicyDocument } from '../../iam/parse';
import { Budget } from '../../iam/solver/budget';
import { Solver } from '../../iam/solver/decide';
import { serviceCatalogue } from '../actions';

const budget = 100_000;

/** Whether each action is allowed, by document: several rules ask about the same actions. */
const decided = new WeakMap<AnyPolicyDocument, Map<string, boolean>>();

/** The actions of Amazon Q Business that a pattern reaches, without those that a Deny takes away. */
export function reachedActions(pattern: string, document: AnyPolicyDocument): readonly string[] {
  const reached = expandAction(pattern === '*' ? 'qbusiness:*' : pattern, serviceCatalogue) ?? [];
  if (document.statements.every(({ effect }) => effect?.value !== 'Deny')) return reached;
  const known = decided.get(document) ?? new Map<string, boolean>();
  decided.set(document, known);
  const solver = new Solver();
  return reached.filter((action) => {
    const before = known.get(action);
    if (before !== undefined) return before;
    const { answer } = solver.decide({
      claims: [{ policies: { kind: 'identity', documents: [document] }, is: 'allowed' }],
      parts: { actions: [action] },
      budget: new Budget(budget),
    });
    known.set(action, answer !== 'no');
    return answer !== 'no';
  });
}
