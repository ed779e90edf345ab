// @ts-check
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { root } from '../../run.mjs';
import { readGoldens } from '../goldens.mjs';
import { cmdlets, types } from './powerShellCmdlets.mjs';

/** @typedef {import('web-tree-sitter').Node} Node */

/** Programs that the steps call. */
const programs = new Set(['aws', 'kubectl']);

/** What the variables of the scripts hold where a command line is read without running it. */
const standIns = {
  Common: '',
  Version: 'v1',
  Oldest: 'v1',
  Path: 'policies/apply.sh',
  Backup: 'policies/backup-20260101T000000Z',
  RequestFile: 'untag.json',
  PolicyList: 'file://list.json',
  Boundary: 'arn:aws:iam::222233334444:policy/Boundary',
  Condition: "!starts_with(Key, 'aws:')",
  ApplicationId: '0a1b2c3d-5678-90ab-cdef-0123456789ab',
};

/**
 * Every PowerShell file parses, in ASCII, and uses only cmdlets, parameters and types that are in
 * the list with their source.
 *
 * @param {object} setting
 * @param {readonly import('./cases.mjs').Case[]} setting.cases
 * @param {import('../harness.mjs').Check} setting.check
 * @returns {Promise<readonly { id: string, words: string[] }[]>} the calls of `aws`
 */
export async function checkPowerShell({ cases, check }) {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(
      join(root, 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm'),
    ),
  );
  /** @type {{ id: string, words: string[] }[]} */
  const calls = [];
  for (const { id, files } of [...cases, ...readGoldens()]) {
    for (const [path, contents] of files) {
      if (!path.endsWith('.ps1')) continue;
      const tree = parser.parse(contents);
      if (tree === null) throw new Error(`The parser gave up on ${id} ${path}`);
      check(!tree.rootNode.hasError, `${id}: ${path} parses`, errorIn(tree.rootNode));
      check(/^[\t\n -~]*$/.test(contents), `${id}: ${path} is ASCII`);
      const unknown = unknownNames(tree.rootNode);
      check(unknown.length === 0, `${id}: ${path} uses known cmdlets`, unknown.join('\n'));
      if (!id.startsWith('golden/'))
        calls.push(...awsCalls(tree.rootNode).map((words) => ({ id, words })));
    }
  }
  return calls;
}

/** @param {Node} node @returns {string} */
function errorIn(node) {
  if (node.isError || node.isMissing) return `line ${node.startPosition.row + 1}: ${node.text}`;
  return node.children.map((child) => (child?.hasError ? errorIn(child) : '')).join('');
}

/** @param {Node} node @param {string} type */
const descendants = (node, type) => node.descendantsOfType(type).flatMap((one) => one ?? []);

/** @param {Node} command */
const nameOf = (command) => descendants(command, 'command_name')[0]?.text ?? '';

/** @param {Node} root */
function unknownNames(root) {
  const own = new Set(descendants(root, 'function_name').map(({ text }) => text));
  const knownTypes = new Set(Object.keys(types));
  const commands = descendants(root, 'command').flatMap((command) => {
    const name = nameOf(command);
    // `& $Command` and `& { … }` have no name.
    if (name === '' || programs.has(name) || name.startsWith('$') || own.has(name)) return [];
    const cmdlet = cmdlets[name];
    if (!cmdlet) return [name];
    return ownParameters(command)
      .filter((parameter) => !cmdlet.parameters.includes(parameter))
      .map((parameter) => `${name} -${parameter}`);
  });
  const typeNames = descendants(root, 'type_literal')
    .map(({ text }) => text.slice(1, -1))
    .filter((name) => !knownTypes.has(name));
  return [...commands, ...typeNames];
}

/** The parameters of a command, without those of commands within its arguments. @param {Node} command */
function ownParameters(command) {
  const elements = command.namedChildren.find((child) => child?.type === 'command_elements');
  return (elements?.namedChildren ?? []).flatMap((child) =>
    child?.type === 'command_parameter' ? [child.text.replace(/^-/, '').replace(/:$/, '')] : [],
  );
}

/** @param {Node} root @returns {string[][]} */
function awsCalls(root) {
  const variables = new Map(Object.entries(standIns));
  for (const assignment of descendants(root, 'assignment_expression')) {
    const literal = /^\$([A-Za-z]+) = ('(?:[^']|'')*')$/.exec(assignment.text);
    if (literal?.[1] && literal[2]) variables.set(literal[1], evaluate(literal[2], variables));
  }
  return descendants(root, 'command')
    .filter((command) => nameOf(command) === 'aws')
    .map((command) => {
      const elements = command.namedChildren.find((child) => child?.type === 'command_elements');
      const words = (elements?.namedChildren ?? []).flatMap((child) =>
        !child || child.type === 'command_argument_sep' || child.text === '@Common'
          ? []
          : [evaluate(child.text, variables)],
      );
      return ['aws', ...words.map(argumentOf)];
    });
}

/**
 * The value of a word, for the forms that the printers use.
 *
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 * @param {string} source
 * @param {ReadonlyMap<string, string>} variables
 */
function evaluate(source, variables) {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.startsWith('"')) return source;
  return source
    .slice(1, -1)
    .replaceAll(
      /\$\(\[char\]0x([0-9A-F]+)\)|`([`"$#])|\$\{?([A-Za-z]+)\}?/g,
      (_, code, escaped, variable) => {
        if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
        if (escaped !== undefined) return escaped;
        const value = variables.get(variable);
        if (value === undefined) throw new Error(`$${variable} has no value in ${source}`);
        return value;
      },
    );
}

/**
 * What a program receives: with legacy passing it takes `\"` for a quotation mark and drops bare ones.
 *
 * @param {string} text
 */
const argumentOf = (text) =>
  text.replaceAll(
    /(\\*)"/g,
    (_, backslashes) =>
      '\\'.repeat(backslashes.length >> 1) + (backslashes.length % 2 === 1 ? '"' : ''),
  );
