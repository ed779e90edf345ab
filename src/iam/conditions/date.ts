import type { Truth } from '../truth';
import type { ConditionOperator } from './operator';

const w3cDate =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/**
 * Milliseconds since 1970, from a W3C date or from whole seconds of Unix time. Four digits alone could be
 * either, and so are neither: undefined, as for every other text.
 *
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function parseDate(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return undefined;
  if (/^-?\d{1,12}$/.test(text)) return Number(text) * 1_000;
  const match = w3cDate.exec(text);
  if (!match) return undefined;
  const number = (group: number, otherwise: number) => Number(match[group] ?? otherwise);
  const [year, month, day] = [number(1, 0), number(2, 1), number(3, 1)];
  const [hour, minute, second] = [number(4, 0), number(5, 0), number(6, 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = offsetMinutes(match[8] ?? 'Z');
  if (offset === undefined) return undefined;
  const milliseconds = Number(`0.${match[7] ?? '0'}`) * 1_000;
  const minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute - offset;
  return minutes * 60_000 + second * 1_000 + milliseconds;
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Days of the Gregorian calendar. Counts years from March, so that the leap day is a year's last day. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** As a W3C date in UTC, to the millisecond; the way back from `parseDate` for the years 1 to 9999. */
export function formatDate(milliseconds: number): string | undefined {
  const whole = Math.floor(milliseconds);
  const days = Math.floor(whole / 86_400_000);
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9_999)) return undefined;
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const inDay = whole - days * 86_400_000;
  const date = `${pad(year, 4)}-${pad(month)}-${pad(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
  const [hours, minutes] = [Math.floor(inDay / 3_600_000), Math.floor(inDay / 60_000) % 60];
  const fraction = inDay % 1_000 === 0 ? '' : `.${pad(inDay % 1_000, 3)}`;
  return `${date}T${pad(hours)}:${pad(minutes)}:${pad(Math.floor(inDay / 1_000) % 60)}${fraction}Z`;
}

const dateOperator = (
  name: string,
  holds: (difference: number) => boolean,
  negated = false,
): ConditionOperator => ({
  name,
  family: 'date',
  negated,
  wildcards: false,
  matches: (policyValue, value): Truth => {
    const wanted = parseDate(policyValue);
    const given = parseDate(value);
    return wanted === undefined || given === undefined ? 'unknown' : holds(given - wanted);
  },
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
export const dateOperators: readonly ConditionOperator[] = [
  dateOperator('DateEquals', (difference) => difference === 0),
  dateOperator('DateNotEquals', (difference) => difference === 0, true),
  dateOperator('DateLessThan', (difference) => difference < 0),
  dateOperator('DateLessThanEquals', (difference) => difference <= 0),
  dateOperator('DateGreaterThan', (difference) => difference > 0),
  dateOperator('DateGreaterThanEquals', (difference) => difference >= 0),
];
