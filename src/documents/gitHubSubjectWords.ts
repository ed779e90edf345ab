import { isUnknownValue } from '../iam/unknownValue';

/**
 * Which workflows a pattern for the subject of GitHub's tokens lets in: “any repository of acme”,
 * “acme/app, branch main”. Undefined for patterns that cannot be said exactly in such words.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export function gitHubSubjectWords(pattern: string): string | undefined {
  if (isUnknownValue(pattern) || pattern.includes('$')) return undefined;
  if (/^\*+$/.test(pattern)) return anyRepository;
  const [scheme, repository = '', ...rest] = pattern.split(':');
  if (scheme !== 'repo') return undefined;
  const which = repositoryWords(repository, rest.length === 0);
  const where = rest.length === 0 ? undefined : referenceWords(rest.join(':'));
  if (which === undefined || (rest.length > 0 && where === undefined)) return undefined;
  if (where !== undefined && where !== everything) return `${which}, ${where}`;
  return isLiteral(repository) ? `${which}, ${everything}` : which;
}

const anyRepository = 'any repository of anyone';
const everything = 'any branch, tag, environment or pull request';

const isLiteral = (text: string): boolean => !/[*?]/.test(text);

/** “begins with acme” of `acme*`; undefined for wildcards elsewhere. */
const beginning = (text: string): string | undefined => /^([^*?]+)\*+$/.exec(text)?.[1];

/** @param isWhole whether nothing follows: then the last wildcard also stands for all that could. */
function repositoryWords(pattern: string, isWhole: boolean): string | undefined {
  const [owner = '', name, ...more] = pattern.split('/');
  if (more.length > 0) return undefined;
  if (isWhole && !pattern.endsWith('*')) return undefined;
  if (/^\*+$/.test(owner)) {
    return name === undefined || /^\*+$/.test(name) ? anyRepository : undefined;
  }
  const start = beginning(owner);
  if (!isLiteral(owner) && start === undefined) return undefined;
  if (start !== undefined) {
    const isAny = name === undefined || /^\*+$/.test(name);
    return isAny ? `any repository of an owner whose name begins with ${start}` : undefined;
  }
  if (owner === '' || name === undefined || name === '') return undefined;
  if (/^\*+$/.test(name)) return `any repository of ${owner}`;
  if (isLiteral(name)) return `${owner}/${name}`;
  const prefix = beginning(name);
  return prefix === undefined
    ? undefined
    : `any repository of ${owner} whose name begins with ${prefix}`;
}

function referenceWords(reference: string): string | undefined {
  if (/^\*+$/.test(reference)) return everything;
  if (reference === 'pull_request') return 'pull requests';
  if (/^ref:(?:refs\/)?\*+$/.test(reference)) return 'any branch or tag';
  const [, kind = '', name = ''] =
    /^(ref:refs\/heads\/|ref:refs\/tags\/|environment:)([^]+)$/.exec(reference) ?? [];
  const noun = nouns[kind];
  if (noun === undefined) return undefined;
  if (/^\*+$/.test(name)) return `any ${noun}`;
  if (isLiteral(name)) return `${noun} ${name}`;
  const start = beginning(name);
  return start === undefined ? undefined : `any ${noun} whose name begins with ${start}`;
}

const nouns: Readonly<Record<string, string>> = {
  'ref:refs/heads/': 'branch',
  'ref:refs/tags/': 'tag',
  'environment:': 'environment',
};
