import type {
  AccessReport,
  AccessRow,
  RequesterRow,
  StatementPlace,
} from '@/documents/accessTexts';
import { targetWords } from '@/documents/accessWords';
import { accessTargets, type AccessTarget } from '@/qbusiness/access';
import { actionCatalogue } from '@/qbusiness/actions';
import type { DiagramContents, Station } from './diagram';

/** `yesIf`: under conditions that remain. */
export type Verdict = 'yes' | 'yesIf' | 'no' | 'notDecided';

/** An answer with everything that it rests on. */
export interface Answer {
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

const verdictOf = (decision: RequesterRow['decision'], conditions: readonly string[]): Verdict => {
  if (decision === 'notDecided') return 'notDecided';
  if (decision !== 'allowed') return 'no';
  return conditions.length > 0 ? 'yesIf' : 'yes';
};

const conditionsOf = (places: readonly StatementPlace[]): readonly string[] => [
  ...new Set(places.flatMap(({ conditions }) => conditions)),
];

function reasonsOf(
  { decision, doubts }: Pick<RequesterRow, 'decision' | 'doubts'>,
  conditions: readonly string[],
): readonly string[] {
  switch (decision) {
    case 'allowed':
      return conditions.map((condition) => `if ${condition}`);
    case 'explicitDeny':
      return ['A statement denies it'];
    case 'implicitDeny':
      return ['No statement allows it'];
    case 'notDecided':
      return doubts.map((doubt) => `not decided: ${doubt}`);
  }
}

/** Who can assume the role, of everybody who was tested; what is unwanted first. */
export function requesterAnswers({ requesters }: AccessReport): readonly Answer[] {
  const answers = requesters.map((row, position): Answer => {
    const conditions = row.decision === 'allowed' ? conditionsOf(row.decidedBy) : [];
    return {
      // Two trust policies are asked about the same people.
      key: `${row.id} ${position}`,
      subject: row.label,
      verdict: verdictOf(row.decision, conditions),
      isIntended: row.isIntended,
      reasons: [
        ...reasonsOf(row, conditions),
        ...(row.isDelegated ? ['if policies of its own account allow it too'] : []),
      ],
      places: row.decidedBy,
    };
  });
  return answers.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

const order: readonly Verdict[] = ['yes', 'yesIf', 'notDecided', 'no'];

/** Actions with the same answer for the same reason. */
export interface ActionGroup extends Answer {
  readonly target: AccessTarget;
  readonly actions: readonly string[];
  /** Every action of Amazon Q Business is among them. */
  readonly isEveryAction: boolean;
}

/** What the role can do, of everything that was tested; what is allowed first. */
export function actionGroups({ actions }: AccessReport): readonly ActionGroup[] {
  const groups = new Map<string, { readonly answer: ActionAnswer; readonly actions: string[] }>();
  for (const row of actions) {
    const answer = actionAnswer(row);
    const { target, verdict, reasons, places } = answer;
    const key = JSON.stringify([target, verdict, reasons, places]);
    const group = groups.get(key);
    if (group) group.actions.push(row.action);
    else groups.set(key, { answer, actions: [row.action] });
  }
  const all = actionCatalogue.actions.length;
  return [...groups]
    .map(([key, { answer, actions: names }]): ActionGroup => ({
      ...answer,
      key,
      actions: names,
      isEveryAction: names.filter((name) => name.startsWith('qbusiness:')).length >= all,
    }))
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

interface ActionAnswer extends Answer {
  readonly target: AccessTarget;
}

function actionAnswer(row: AccessRow): ActionAnswer {
  const conditions = row.decision === 'allowed' ? conditionsOf(row.decidedBy) : [];
  return {
    key: `${row.action} ${row.target}`,
    subject: row.action,
    target: row.target,
    verdict: verdictOf(row.decision, conditions),
    reasons: reasonsOf(row, conditions),
    places: row.decidedBy,
  };
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
