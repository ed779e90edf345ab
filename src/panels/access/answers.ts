import type {
  AccessReport,
  AccessRow,
  RequesterRow,
  StatementPlace,
  Verdict,
} from '@/documents/accessTexts';
import { targetWords } from '@/documents/accessWords';
import { accessTargets, type AccessTarget } from '@/qbusiness/accessTargets';
import { actionCatalogue } from '@/qbusiness/actions';
import type { DiagramContents, Station } from './diagram';

/** An answer with everything that it rests on. */
export interface AccessAnswer {
  readonly key: string;
  /** Who asks, or which action. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** Whether the role is made for this; absent where nobody knows. */
  readonly isIntended?: boolean;
  /** Why, in words: conditions that remain, what denies, what stays open. */
  readonly reasons: readonly string[];
  /** A request that proves it, in words. */
  readonly witness?: string;
  readonly places: readonly StatementPlace[];
}

const order: readonly Verdict[] = ['yes', 'yesIf', 'notDecided', 'no'];
const byVerdict = (a: AccessAnswer, b: AccessAnswer): number =>
  order.indexOf(a.verdict) - order.indexOf(b.verdict);

type Decided = Pick<
  AccessRow,
  'verdict' | 'conditions' | 'isRefused' | 'doubts' | 'example' | 'decidedBy'
>;

function reasonsOf({ verdict, conditions, isRefused, doubts }: Decided): readonly string[] {
  switch (verdict) {
    case 'yes':
      return [];
    case 'yesIf':
      // Each is a way of its own to be allowed.
      return conditions.map((condition, i) => `${i === 0 ? 'if' : 'or if'} ${condition}`);
    case 'no':
      return [isRefused ? 'A Deny refuses it' : 'No statement allows it'];
    case 'notDecided':
      return doubts.map((doubt) => `Not decided, because ${doubt}`);
  }
}

const basisOf = (row: Decided) => ({
  verdict: row.verdict,
  places: row.decidedBy,
  ...(row.example !== undefined && { witness: row.example }),
});

/** Who can assume the role, of everybody who was tested; who can, first. */
export function requesterAnswers({ requesters }: AccessReport): readonly AccessAnswer[] {
  return requesters
    .map((row: RequesterRow, position): AccessAnswer => ({
      // Two trust policies are asked about the same people.
      key: `${row.id} ${position}`,
      subject: row.label,
      isIntended: row.isIntended,
      ...basisOf(row),
      reasons: [
        ...reasonsOf(row),
        ...(row.isDelegated && row.verdict !== 'no'
          ? ['if policies of its own account allow it, too']
          : []),
      ],
    }))
    .toSorted(byVerdict);
}

/** Actions with the same answer for the same reason. */
export interface ActionGroup extends AccessAnswer {
  readonly target: AccessTarget;
  readonly actions: readonly string[];
  /** Every action of Amazon Q Business is among them. */
  readonly isEveryAction: boolean;
}

/** What the role can do, of everything that was tested; what is allowed, first. */
export function actionGroups({ actions }: AccessReport): readonly ActionGroup[] {
  const groups = new Map<string, { readonly row: AccessRow; readonly actions: string[] }>();
  for (const row of actions) {
    const { target, verdict, decidedBy } = row;
    const key = JSON.stringify([target, verdict, reasonsOf(row), decidedBy]);
    const group = groups.get(key);
    if (group) group.actions.push(row.action);
    else groups.set(key, { row, actions: [row.action] });
  }
  const all = actionCatalogue.actions.length;
  return [...groups]
    .map(([key, { row, actions: names }]): ActionGroup => ({
      key,
      subject: row.action,
      target: row.target,
      ...basisOf(row),
      reasons: reasonsOf(row),
      actions: names,
      isEveryAction: names.filter((name) => name.startsWith('qbusiness:')).length >= all,
    }))
    .toSorted(byVerdict);
}

/** The yes and the open answers as a picture. */
export function diagramContents(report: AccessReport, roleName: string): DiagramContents {
  const callers = requesterAnswers(report)
    .filter(({ verdict }) => verdict !== 'no')
    .map((answer): Station => ({
      title: answer.subject,
      notes: answer.reasons,
      isOpen: answer.verdict === 'notDecided',
    }));
  const groups = actionGroups(report).filter(({ verdict }) => verdict !== 'no');
  const targets = accessTargets.flatMap((target): readonly Station[] => {
    const there = groups.filter((group) => group.target === target);
    return there.length === 0
      ? []
      : [
          {
            title: targetWords[target],
            notes: there.flatMap((group) => [
              ...(group.isEveryAction ? [everyAction] : []),
              ...namesOf(group).map((name) => name.replace(/^qbusiness:/, '')),
            ]),
            isOpen: there.every(({ verdict }) => verdict === 'notDecided'),
          },
        ];
  });
  return { roleName, callers, targets };
}

export const everyAction = `All ${actionCatalogue.actions.length} actions of Amazon Q Business`;

/** The actions by name; without those that are summed up as every action. */
export const namesOf = ({ actions, isEveryAction }: ActionGroup): readonly string[] =>
  isEveryAction ? actions.filter((name) => !name.startsWith('qbusiness:')) : actions;
