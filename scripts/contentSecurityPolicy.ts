import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * What the built page may do. `style-src` is open to inline styles because Emotion and Monaco write
 * style elements while they run.
 */
const directives = {
  'default-src': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

const inlineScript = /<script>([\s\S]*?)<\/script>/g;

const hashOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;

/** The policy of a page, with the hash of each of its inline scripts. */
export function contentSecurityPolicy(html: string): string {
  const hashes = Array.from(html.matchAll(inlineScript), ([, script = '']) => hashOf(script));
  const all = { ...directives, 'script-src': ["'self'", ...hashes].join(' ') };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Puts the policy into the built page; the development server needs inline scripts of its own. */
export function contentSecurityPolicyTag(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          '<meta charset="utf-8" />',
          `$&\n    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(html)}" />`,
        ),
    },
  };
}
