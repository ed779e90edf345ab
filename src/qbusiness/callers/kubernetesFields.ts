import { cleanPastedText } from '../form/pastedText';
import { lengthOrCharactersProblem } from '../form/textField';
import { callerText } from './caller';

/**
 * A namespace is a DNS label; a service account is a DNS subdomain, which may also hold dots.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;

const kubernetesName = (maxLength: number) => (value: string) => {
  const problem = lengthOrCharactersProblem(
    value,
    maxLength,
    maxLength > MAX_LABEL ? /[a-z0-9.-]/ : /[a-z0-9-]/,
    'Lower-case letters, digits and hyphens',
  );
  if (problem !== undefined) return problem;
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
  maxLength: MAX_LABEL,
  clean: cleanPastedText,
  problem: kubernetesName(MAX_LABEL),
});

export const serviceAccountField = callerText({
  name: 'serviceAccount',
  required: true,
  label: 'Kubernetes service account',
  help: 'The service account that the pods run as.',
  example: 'chat-proxy',
  token: '{{kubernetes_service_account}}',
  maxLength: MAX_SUBDOMAIN,
  clean: cleanPastedText,
  problem: kubernetesName(MAX_SUBDOMAIN),
});
