import { identityOnlyActions } from '../actions';
import type { Fix } from '../../iam/lint/fix';
import type { AnyStatement } from '../../iam/parse';
import { API_ACTIONS, awsPages, WEB_EXPERIENCE_ACTIONS } from '../facts';
import {
  allows,
  concernsChat,
  productFinding,
  serviceActions,
  type ProductRule,
} from './productRule';
import { reachedActions } from './reachedActions';

/** The actions that an anonymous application answers. */
const runtimeActions: ReadonlySet<string> = new Set(API_ACTIONS.all);

/** Actions that an anonymous application refuses, or that reach further than chatting. */
export const actionsForAnonymous: ProductRule = {
  codes: [
    'QBUSINESS_ACTION_NEEDS_IDENTITY',
    'QBUSINESS_WILDCARD_ACTION',
    'QBUSINESS_DEVELOPER_ACTION',
    'QBUSINESS_NEIGHBOUR_ACTION',
  ],
  kinds: ['identity'],
  *check({ document }) {
    const isAboutChat = concernsChat(document);
    for (const statement of document.statements) {
      for (const { value, at } of serviceActions(statement)) {
        if (!isAboutChat && value !== '*') continue;
        if (/[*?]/.test(value)) {
          const reached = reachedActions(value, document);
          const isLimited = document.statements.some(({ effect }) => effect?.value === 'Deny');
          if (isLimited && reached.every((action) => runtimeActions.has(action))) continue;
          yield productFinding(
            'securityWarning',
            'QBUSINESS_WILDCARD_ACTION',
            at,
            `“${value}” reaches ${reached.length === 1 ? 'one action' : `${reached.length} actions`} of Amazon Q Business. Name the ones that are needed.`,
            awsPages.anonymousPolicies,
            /^qbusiness:\*+$/i.test(value) ? namedActions(statement) : undefined,
          );
        } else if (identityOnlyActions.has(canonical(value))) {
          yield productFinding(
            'warning',
            'QBUSINESS_ACTION_NEEDS_IDENTITY',
            at,
            `${value} works for signed-in users only. An anonymous application refuses it.`,
            awsPages.anonymousApplication,
            (statement.action?.entries.length ?? 0) > 1
              ? {
                  title: `Remove ${value}`,
                  edits: [{ kind: 'remove', at }],
                  grants: 'less',
                }
              : undefined,
          );
        }
      }
      for (const { value, at } of isAboutChat && allows(statement)
        ? (statement.action?.entries ?? [])
        : []) {
        const service = /^(qapps|user-subscriptions):/i.exec(value)?.[1];
        if (service !== undefined) {
          yield productFinding(
            'warning',
            'QBUSINESS_NEIGHBOUR_ACTION',
            at,
            `${value} is for signed-in users: anonymous applications have ${service === 'qapps' ? 'no Amazon Q Apps' : 'no user subscriptions'}.`,
            awsPages.anonymousApplication,
          );
          continue;
        }
        if (!/^(?:q|codewhisperer):/i.test(value)) continue;
        yield productFinding(
          'warning',
          'QBUSINESS_DEVELOPER_ACTION',
          at,
          `${value} belongs to Amazon Q Developer, as does the policy AmazonQFullAccess. It does nothing for Amazon Q Business.`,
          awsPages.anonymousPolicies,
        );
      }
    }
  },
};

/** A fix that replaces `qbusiness:*` by the actions of AWS’s policy. */
function namedActions({ action }: AnyStatement): Fix | undefined {
  if (!action) return undefined;
  const others = action.entries
    .map(({ value }) => value)
    .filter((value) => !/^(?:qbusiness:|\*$)/i.test(value));
  return {
    title: 'Name the actions of a chat',
    edits: [{ kind: 'replace', at: action.at, value: [...WEB_EXPERIENCE_ACTIONS, ...others] }],
    grants: 'less',
  };
}

/** The action in the case of the catalogue: IAM ignores case. */
function canonical(action: string): string {
  const lower = action.toLowerCase();
  const known = [...identityOnlyActions].find((candidate) => candidate.toLowerCase() === lower);
  return known ?? action;
}
