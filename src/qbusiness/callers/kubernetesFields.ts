import { cleanPastedText } from '../form/pastedText';
import { strangeCharacter, tooLong } from '../form/textField';
import { callerText } from './caller';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const kubernetesName = (maxLength: number) => (value: string) => {
  if (value.length > maxLength) return tooLong(maxLength, value);
  const strange = strangeCharacter(value, maxLength > 63 ? /[a-z0-9.-]/ : /[a-z0-9-]/);
  if (strange) return `Lower-case letters, digits and hyphens; ${strange} is not allowed`;
  return /^[a-z0-9](?:.*[a-z0-9])?$/.test(value)
    ? undefined
    : 'Starts and ends with a letter or a digit';
};

export const namespaceField = callerText({
  name: 'namespace',
  required: true,
  label: 'Kubernetes namespace',
  help: 'The namespace of the pods that call the API.',
  example: 'chat',
  token: '{{kubernetes_namespace}}',
  maxLength: 63,
  clean: cleanPastedText,
  problem: kubernetesName(63),
});

export const serviceAccountField = callerText({
  name: 'serviceAccount',
  required: true,
  label: 'Kubernetes service account',
  help: 'The service account that the pods run as.',
  example: 'chat-proxy',
  token: '{{kubernetes_service_account}}',
  maxLength: 253,
  clean: cleanPastedText,
  problem: kubernetesName(253),
});
