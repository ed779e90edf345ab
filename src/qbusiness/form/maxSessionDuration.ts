import { quotas } from '../../iam/quotas';
import { DEFAULT_MAX_SESSION_DURATION } from '../../iam/role';
import { countWord } from '../../words/counts';
import { textFormField } from './formField';
import { newRoleOnly } from './needs';
import { cleanPastedText } from './pastedText';

const { minimum, maximum } = quotas.maxSessionDuration;

const hours = (seconds: number): string => {
  const count = seconds / 3_600;
  return `${countWord(count)} ${count === 1 ? 'hour' : 'hours'}`;
};

export const maxSessionDurationField = textFormField({
  name: 'maxSessionDuration',
  option: 'max-session-duration',
  operand: 'SECONDS',
  needs: newRoleOnly,
  required: false,
  label: 'Maximum session duration',
  help: `In seconds, from ${minimum} (${hours(minimum)}) to ${maximum} (${hours(maximum)}). Services renew by themselves.`,
  example: String(DEFAULT_MAX_SESSION_DURATION),
  token: '{{max_session_duration}}',
  maxLength: 5,
  clean: cleanPastedText,
  problem: (value) => {
    if (!/^[1-9]\d*$/.test(value))
      return `A whole number of seconds, such as ${DEFAULT_MAX_SESSION_DURATION}`;
    const seconds = Number(value);
    return seconds >= minimum && seconds <= maximum
      ? undefined
      : `From ${minimum} to ${maximum} seconds`;
  },
});
