import type { ActionCatalogue } from '../actionCatalogue';
import type { DocumentKind } from '../documentKind';
import type { AccessRequest, Doubt, Evaluation, StatementReference } from '../evaluate';
import type { AnyPolicyDocument } from '../parse';
import type { Budget } from './budget';
import type { RequestParts } from './request';

/** The policies of one subject, joined as IAM joins them. */
export interface PolicySet {
  readonly kind: DocumentKind;
  /** Any of them may allow, any may refuse. */
  readonly documents: readonly AnyPolicyDocument[];
  /** Each of these must allow as well. */
  readonly boundaries?: readonly AnyPolicyDocument[];
  /** Names of policies whose documents are not known: they may allow or refuse anything. */
  readonly missing?: readonly string[];
  readonly missingBoundaries?: readonly string[];
}

/** What a request is to do to a set of policies. */
export interface Claim {
  readonly policies: PolicySet;
  /** `refused`: by a Deny. */
  readonly is: 'allowed' | 'notAllowed' | 'refused' | 'notRefused';
}

export interface Question {
  /** One request must fulfil all of them. */
  readonly claims: readonly Claim[];
  /** Which requests are asked about; all if left out. */
  readonly parts?: RequestParts;
  /** Actions of these services that the catalogue does not know are none. */
  readonly catalogue?: ActionCatalogue;
  /** Whether trust in a whole account counts: the account's own policies must allow it too. */
  readonly accounts?: 'counts' | 'ignored';
  /** For examples that people understand: resources on which an action is usually called. */
  readonly resourcesOf?: (action: string) => readonly string[];
  /** Shared by several questions that together may take so long; else each has its own. */
  readonly budget?: Budget;
}

/** What stands in the way of a decision. */
export interface OpenPoint {
  readonly why:
    | Doubt
    /** The document of a policy is missing. */
    | 'missingPolicy'
    | 'missingBoundary'
    /** The value of a policy variable decides. */
    | 'variable'
    | 'tooLarge'
    /** Conditions compare one key as values of different kinds. */
    | 'unclear';
  /** Names of what is not known: `var.region`, the ARN of a policy, `aws:username`. */
  readonly names: readonly string[];
  readonly statement?: StatementReference;
  /** Which claim of the question it stands in the way of. */
  readonly claim?: number;
}

export interface Witness {
  /** One for each resource that the action needs; they differ in nothing else. */
  readonly requests: readonly [AccessRequest, ...AccessRequest[]];
  /** What the evaluator says, by claim and by request. */
  readonly evaluations: readonly (readonly Evaluation[])[];
}

/** `no`: the search has been exhausted. `yes`: with a request that the evaluator confirmed. */
export type Answer =
  | { readonly answer: 'no' }
  | { readonly answer: 'yes'; readonly witness: Witness }
  | { readonly answer: 'notDecided'; readonly because: readonly OpenPoint[] };
