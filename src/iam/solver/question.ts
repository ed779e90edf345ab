import type { ActionCatalogue } from '../actionCatalogue';
import type { DocumentKind } from '../documentKind';
import type { AccessRequest, Doubt, Evaluation, StatementReference } from '../evaluate';
import type { AnyPolicyDocument } from '../parse';
import type { Budget } from './budget';
import type { RequestParts } from './request';

/** The policies of one subject, combined as IAM combines them. */
export interface PolicySet {
  readonly kind: DocumentKind;
  /** Each may allow, and each may deny. */
  readonly documents: readonly AnyPolicyDocument[];
  /** Each of these must allow as well. */
  readonly boundaries?: readonly AnyPolicyDocument[];
  /** Names of policies whose documents are not known: they may allow or refuse anything. */
  readonly missing?: readonly string[];
  readonly missingBoundaries?: readonly string[];
}

/** A decision that the policies must make about the request. */
export interface Claim {
  readonly policies: PolicySet;
  /** `refused` and `notRefused` are about Deny statements only. */
  readonly is: 'allowed' | 'notAllowed' | 'refused' | 'notRefused';
}

export interface Question {
  /** One request must fulfil all of them. */
  readonly claims: readonly Claim[];
  /** Which requests are asked about; all if left out. */
  readonly parts?: RequestParts;
  /** Services whose actions are complete: an action that it does not list does not exist. */
  readonly catalogue?: ActionCatalogue;
  /** Whether trust in a whole account counts: the account's own policies must allow it too. */
  readonly accounts?: 'counts' | 'ignored';
  /** Resources on which an action is usually called, for readable examples. */
  readonly resourcesOf?: (action: string) => readonly string[];
  /** The work limit; several questions may share one. Absent: the usual limit for this question alone. */
  readonly budget?: Budget;
}

/** Why a question is not decided. */
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
  /** Position of the claim that it concerns. */
  readonly claim?: number;
}

export interface Witness {
  /** One request for each resource that the action needs; they differ only in the resource. */
  readonly requests: readonly [AccessRequest, ...AccessRequest[]];
  /** The decisions of the evaluator, by claim and by request. */
  readonly evaluations: readonly (readonly Evaluation[])[];
}

/** `no`: the search has been exhausted. `yes`: with a request that the evaluator confirmed. */
export type Answer =
  | { readonly answer: 'no' }
  | { readonly answer: 'yes'; readonly witness: Witness }
  | { readonly answer: 'notDecided'; readonly because: readonly OpenPoint[] };
