import type { Plugin } from 'vite';
import { contentSecurityPolicy, type Delivery } from './securityHeaders.ts';

const firstTag = '<meta charset="utf-8" />';

/** Puts the policy into the built page; the development server needs inline scripts of its own. */
export function contentSecurityPolicyTag(): Plugin {
  return {
    name: 'content-security-policy-tag',
    apply: 'build',
    // Last, because the hashed scripts and styles must not change any more.
    enforce: 'post',
    transformIndexHtml: { order: 'post', handler: (html) => withPolicy(html, 'hosted') },
  };
}

/** @throws Error for a page that does not begin as index.html does. */
export function withPolicy(html: string, delivery: Delivery): string {
  if (!html.includes(firstTag)) throw new Error(`index.html has no ${firstTag}`);
  const policy = contentSecurityPolicy(html, delivery);
  return html.replace(
    firstTag,
    () => `${firstTag}<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}
