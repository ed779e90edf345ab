import { OFFERED_REGIONS } from '../facts';
import { accountIdField } from '../form/accountId';
import { regionField } from '../form/region';
import type { PastedValues, Recogniser } from './recognition';

/** Regions whose names could be something else are taken only if the service is offered there. */
const isRegion = (word: string) =>
  OFFERED_REGIONS.some(({ name }) => name === word) ||
  (/^(?:us|eu|ap|ca|sa|me|af|il|mx|cn)(?:-gov)?-[a-z]+-\d$/.test(word) &&
    regionField.problem(word) === undefined);

/** Words beside the values, such as their names. */
const label =
  /^(?:amazon|aws|q|business|my|the|is|and|in|for|web|experience|application|app|environment|account|region|ids?|number|[$#%>:–-]+)$/i;

/** The usual form of an ID: without a label, other texts of 36 characters are not taken for one. */
const identifier = /^[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}$/i;

const MAX_WORDS = 24;

/** Recognises a text of nothing but values and their names. */
export const recognisePlainValues: Recogniser = (text) => {
  const words = [
    ...text
      .replace(/(?<![\w-])(\d{4})[ -](\d{4})[ -](\d{4})(?![\w-])/g, '$1$2$3')
      .matchAll(wordForm),
  ]
    .map(([word]) => word.replace(/^["'`(=]+|(?<!["'`),;:.=])["'`),;:.=]+$/g, ''))
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  const found: { title: string; values: PastedValues }[] = [];
  let isWebExperience = false;
  for (const word of words) {
    if (label.test(word)) {
      if (/^(?:web|experience)$/i.test(word)) isWebExperience = true;
      else if (/^(?:application|app|account|region)$/i.test(word)) isWebExperience = false;
      continue;
    }
    const value = readValue(word, isWebExperience);
    if (!value) return [];
    found.push(value);
  }
  const at = { start: 0, end: text.length, weight: 'certain' as const };
  return found.map((value) => ({ ...value, ...at }));
};

/** A word: anything between blanks and the separators `,`, `;`, `|` and `=`. */
const wordForm = /[^\s,;|=]+/g;

function readValue(word: string, isWebExperience: boolean) {
  if (isRegion(word)) return { title: 'Region', values: { region: word } };
  if (accountIdField.problem(word) === undefined) {
    return { title: 'Account ID', values: { accountId: word } };
  }
  if (!identifier.test(word)) return undefined;
  return isWebExperience
    ? { title: 'Web experience ID', values: { webExperienceId: word } }
    : { title: 'Application ID', values: { applicationId: word } };
}
