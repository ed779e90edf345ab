import type { PastedValues, Recogniser, Recognition } from './recognition';

/** A command goes on over lines that end in the continuation sign of sh, cmd or PowerShell. */
const continuation = /[\\^`][ \t]*\r?\n/g;

const services = '(?:qbusiness|iam|sts)(?=\\s)';

const command = new RegExp(
  `(?<=^|[\\s;&|$(>#%])aws[ \\t]+(?:--?[a-z-]+(?:=\\S+|[ \\t]+(?!${services}|-)\\S+)?[ \\t]+)*${services}(?:[ \\t]+(?<operation>[a-z][a-z-]*))?[^\\n;&|]*`,
  'gm',
);

const flagNames: Readonly<Record<string, 'region' | 'applicationId' | 'webExperienceId'>> = {
  region: 'region',
  'application-id': 'applicationId',
  'web-experience-id': 'webExperienceId',
};

const flag =
  /--(?<name>[a-z-]+)(?:=|[ \t]+)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'-]\S*))/g;

const originsFlag = /--origins[ \t]+(?<list>(?:["']?https?:\/\/\S+[ \t]*)+)/;

/** A call of the AWS CLI, as copied from a terminal or a page, over one line or several. */
export const recogniseCliCommands: Recogniser = (text) => {
  const joined = text.replace(continuation, (sign) => ' '.repeat(sign.length));
  return [...joined.matchAll(command)].flatMap((match): Recognition[] => {
    const values = readFlags(match[0]);
    if (Object.keys(values).length === 0) return [];
    const operation = match.groups?.['operation'];
    return [
      {
        title: operation === undefined ? 'AWS CLI command' : `AWS CLI command ${operation}`,
        values,
        weight: 'certain',
        lacks: 'This command holds no account ID.',
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
};

function readFlags(line: string): PastedValues {
  const texts: Partial<Record<(typeof flagNames)[string], string>> = {};
  for (const { groups } of line.matchAll(flag)) {
    const name = flagNames[groups?.['name'] ?? ''];
    const value = groups?.['double'] ?? groups?.['single'] ?? groups?.['bare'];
    if (name !== undefined && value !== undefined && !isVariable(value)) texts[name] = value;
  }
  const origins = originsFlag
    .exec(line)
    ?.groups?.['list']?.trim()
    .split(/[ \t]+/)
    .map((origin) => origin.replace(/^["']|["']$/g, ''));
  return {
    ...texts,
    ...(origins && { origins }),
  };
}

/** `$APP`, `%APP%`, `<app-id>`, `{{application_id}}`: stands for a value and holds none. */
const isVariable = (value: string) => /[$%<>{}]/.test(value);
