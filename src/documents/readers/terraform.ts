import { hole, holeName } from '../../syntax/holes';
import { JsonRanges, type JsonRangeNode, type TextRange } from '../../syntax/jsonRanges';
import { parseHcl, type HclBlock, type HclValue } from '../../syntax/parseHcl';
import type { Reader, Source, SourceTree } from './source';

const blockStart =
  /^[ \t]{0,40}(?:resource|data)[ \t]{1,40}"|^(?:module|locals|variable|output) ["{]|\bjsonencode\(/m;
const planLine = /^[ \t]{0,40}(?:[+~-]|-\/\+|\+\/-|<=)[ \t]{1,40}(?:resource|data)[ \t]{1,40}"/m;

/** Terraform configuration: literal values are read; expressions become values that are filled in later. */
export const terraform: Reader = {
  name: 'Terraform configuration',
  maxLength: 3_000_000,
  read: (source) => (blockStart.test(source.text) ? readHcl(source, source.text) : undefined),
};

/** What `terraform plan` and `terraform show` print. */
export const terraformPlan: Reader = {
  name: 'Terraform plan',
  maxLength: 3_000_000,
  read: (source) =>
    planLine.test(source.text) ? readHcl(source, withoutMarks(source.text)) : undefined,
};

/** The planned configuration: the plan without its marks and removed lines, at the same offsets. */
const withoutMarks = (plan: string): string =>
  plan.replaceAll(
    /^([ \t]*)(-\/\+|\+\/-|[+~-]|<=)(?=[ \t])([^\n]*)/gm,
    (_, indent: string, mark: string, rest: string) =>
      indent + ' '.repeat(mark.length) + (mark === '-' ? rest.replaceAll(/[^\r]/g, ' ') : rest),
  );

function readHcl(source: Source, text: string): { readonly trees: readonly SourceTree[] } {
  const body = parseHcl(text);
  const documents = new Map(
    body.blocks
      .filter(({ type, labels }) => type === 'data' && labels[0] === 'aws_iam_policy_document')
      .map((block) => [`data.aws_iam_policy_document.${block.labels[1]}.json`, policyOf(block)]),
  );
  const used = new Set<string>();
  const referTo = (value: HclValue): HclValue => {
    const name = typeof value.value === 'string' ? holeName(value.value) : undefined;
    const document = name === undefined ? undefined : documents.get(name);
    if (!document || name === undefined) return value;
    used.add(name);
    return {
      value: document.value,
      node: { ...document.node, ...(value.node.key && { key: value.node.key }) },
    };
  };
  const resources = body.blocks
    .filter(({ type, labels }) => type === 'resource' && labels.length === 2)
    .map((block) => resourceOf(block, referTo));
  const unused = [...documents].filter(([name]) => !used.has(name)).map(([, document]) => document);
  const others = body.blocks
    .filter(({ type }) => type !== 'resource' && type !== 'data')
    .map((block) => valueOf(block, referTo));
  const elements = [
    ...resources,
    ...unused,
    ...others,
    ...[...body.attributes.values()].map(referTo),
  ];
  const range = { start: 0, end: text.length };
  const root = list(elements, range);
  return {
    trees: [
      {
        source,
        value: root.value,
        ranges: new JsonRanges(root.node),
        range,
        isJson: false,
        issues: [],
        repairs: [],
      },
    ],
  };
}

/** As `terraform show -json` gives a resource. */
function resourceOf(block: HclBlock, referTo: (value: HclValue) => HclValue): HclValue {
  const [type = '', name = ''] = block.labels;
  const at = { start: block.range.start, end: block.range.start };
  return object(
    [
      ['type', leaf(type, at)],
      ['name', leaf(name, at)],
      ['values', valueOf(block, referTo)],
    ],
    block.range,
  );
}

function valueOf(block: HclBlock, referTo: (value: HclValue) => HclValue): HclValue {
  const members: [string, HclValue][] = [...block.attributes].map(([name, value]) => [
    name,
    referTo(value),
  ]);
  for (const type of new Set(block.blocks.map((inner) => inner.type))) {
    const blocks = block.blocks.filter((inner) => inner.type === type);
    members.push([
      type,
      list(
        blocks.map((inner) => valueOf(inner, referTo)),
        block.range,
      ),
    ]);
  }
  return object(members, block.range);
}

/** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
function policyOf(block: HclBlock): HclValue {
  const version = block.attributes.get('version') ?? leaf('2012-10-17', startOf(block));
  const statements = block.blocks
    .filter(({ type }) => type === 'statement')
    .map((statement) => statementOf(statement));
  const computed = [
    ...block.blocks.filter(({ type }) => type === 'dynamic').map(({ range }) => range),
    ...[...block.attributes]
      .filter(([name]) => /^(?:source|override)/.test(name))
      .map(([, { node }]) => node.value),
  ].map((range) => leaf(hole('statements from elsewhere'), range));
  return object(
    [
      ['Version', version],
      ['Statement', list([...statements, ...computed], block.range)],
    ],
    block.range,
  );
}

const elements: readonly (readonly [attribute: string, element: string])[] = [
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

function statementOf(block: HclBlock): HclValue {
  const members: [string, HclValue][] = [];
  for (const [attribute, element] of elements) {
    const value = block.attributes.get(attribute);
    if (value) members.push([element, value]);
  }
  if (!block.attributes.has('effect')) members.push(['Effect', leaf('Allow', startOf(block))]);
  for (const [type, element] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const blocks = block.blocks.filter((inner) => inner.type === type);
    if (blocks.length > 0) members.push([element, principalOf(blocks, block.range)]);
  }
  const conditions = block.blocks.filter(({ type }) => type === 'condition');
  if (conditions.length > 0) members.push(['Condition', conditionOf(conditions, block.range)]);
  const computed = block.blocks.find(({ type }) => type === 'dynamic');
  if (computed) {
    const open = leaf(hole(`dynamic ${computed.labels[0] ?? ''}`), computed.range);
    const element = /principals/.test(computed.labels[0] ?? '') ? 'Principal' : 'Condition';
    if (!members.some(([name]) => name === element)) members.push([element, open]);
  }
  return object(members, block.range);
}

function principalOf(blocks: readonly HclBlock[], range: TextRange): HclValue {
  const members: [string, HclValue][] = [];
  for (const { attributes } of blocks) {
    const type = textOf(attributes.get('type'));
    const identifiers = attributes.get('identifiers');
    if (!identifiers) continue;
    const everyone = JSON.stringify(identifiers.value) === '["*"]';
    if (type === '*' && everyone) return leaf('*', identifiers.node.value);
    members.push([type, identifiers]);
  }
  return object(joined(members), range);
}

function conditionOf(blocks: readonly HclBlock[], range: TextRange): HclValue {
  const byTest = new Map<string, [string, HclValue][]>();
  for (const { attributes } of blocks) {
    const test = textOf(attributes.get('test'));
    const variable = textOf(attributes.get('variable'));
    const values = attributes.get('values');
    if (values) byTest.set(test, [...(byTest.get(test) ?? []), [variable, values]]);
  }
  return object(
    [...byTest].map(([test, members]) => [test, object(joined(members), range)]),
    range,
  );
}

/** Members of one name become one list. */
function joined(members: readonly (readonly [string, HclValue])[]): [string, HclValue][] {
  return [...new Set(members.map(([name]) => name))].map((name): [string, HclValue] => {
    const values = members.filter(([other]) => other === name).map(([, value]) => value);
    const [first] = values;
    if (first && values.length === 1) return [name, first];
    const parts = values.flatMap(({ value, node }): readonly HclValue[] =>
      Array.isArray(value)
        ? value.map((element: unknown, i) => ({
            value: element,
            node: node.children.get(String(i)) ?? node,
          }))
        : [{ value, node }],
    );
    return [name, list(parts, first?.node.value ?? { start: 0, end: 0 })];
  });
}

const textOf = (read: HclValue | undefined): string =>
  typeof read?.value === 'string' ? read.value : '';

const startOf = ({ range: { start } }: HclBlock): TextRange => ({ start, end: start });

const leaf = (value: unknown, range: TextRange): HclValue => ({
  value,
  node: { value: range, children: new Map() },
});

const list = (values: readonly HclValue[], range: TextRange): HclValue => ({
  value: values.map(({ value }) => value),
  node: { value: range, children: new Map(values.map(({ node }, i) => [String(i), node])) },
});

const object = (members: readonly (readonly [string, HclValue])[], range: TextRange): HclValue => ({
  value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
  node: {
    value: range,
    children: new Map<string, JsonRangeNode>(
      members.map(([name, { node }]) => [name, { key: node.key ?? node.value, ...node }]),
    ),
  },
});
