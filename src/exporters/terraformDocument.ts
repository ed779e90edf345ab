import type { PolicyDocument, Statement } from '../iam/document';
import * as hcl from '../syntax/hcl';
import { loosePolicy } from './policyDocuments';

/** A policy document in the words of Terraform. */
export interface TerraformDocument {
  readonly items: readonly hcl.BodyItem[];
  /** Its JSON. */
  readonly reference: hcl.Expression;
}

/**
 * `aws_iam_policy_document`, but for a text with `&{`, which that data source would turn into a
 * policy variable.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document#context-variable-interpolation
 */
export function terraformDocument(name: string, document: PolicyDocument): TerraformDocument {
  if (JSON.stringify(document).includes('&{')) {
    return { items: [], reference: hcl.call('jsonencode', hcl.literal(loosePolicy(document))) };
  }
  return {
    items: [
      hcl.block('data', ['aws_iam_policy_document', name], document.Statement.map(statementBlock)),
    ],
    reference: hcl.raw(`data.aws_iam_policy_document.${name}.json`),
  };
}

function statementBlock(statement: Statement): hcl.Block {
  const { Sid, Effect, Action, Principal, Resource, Condition } = statement;
  return hcl.block(
    'statement',
    [],
    [
      hcl.attribute('sid', Sid),
      hcl.attribute('effect', Effect),
      hcl.attribute('actions', Action),
      ...(Resource === undefined ? [] : [hcl.attribute('resources', Resource)]),
      ...Object.entries<readonly string[]>({ ...Principal }).map(([type, identifiers]) =>
        hcl.block(
          'principals',
          [],
          [hcl.attribute('type', type), hcl.attribute('identifiers', identifiers)],
        ),
      ),
      ...Object.entries(Condition ?? {}).flatMap(([test, keys]) =>
        Object.entries(keys).map(([variable, values]) =>
          hcl.block(
            'condition',
            [],
            [
              hcl.attribute('test', test),
              hcl.attribute('variable', variable),
              hcl.attribute('values', values),
            ],
          ),
        ),
      ),
    ],
  );
}
