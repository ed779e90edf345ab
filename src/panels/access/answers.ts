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

/** An answer with the reasons for it. */
export interface AccessAnswer {
  readonly key: string;
  /** The requester or the action. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** Whether the access is intended; absent if that is not known. */
  readonly isIntended?: boolean;
  /** The reasons in words: remaining conditions, denials, or why it is not decided. */
  readonly reasons: readonly string[];
  /** An allowed request as proof, in words. */
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
      // The conditions are alternatives.
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

/** The answers for all tested requesters; those who can assume the role first. */
export function requesterAnswers({ requesters }: AccessReport): readonly AccessAnswer[] {
  return requesters
    .map((row: RequesterRow, position): AccessAnswer => ({
      // Several trust policies have answers for the same requesters.
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
  /** Whether the group contains every action of Amazon Q Business. */
  readonly isEveryAction: boolean;
}

/** The answers for all tested actions in groups; allowed actions first. */
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

/** The content of the diagram: the answers that are yes or not decided. */
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

/** The names of the actions, without those that are summarised as “every action”. */
export const namesOf = ({ actions, isEveryAction }: ActionGroup): readonly string[] =>
  isEveryAction ? actions.filter((name) => !name.startsWith('qbusiness:')) : actions;
