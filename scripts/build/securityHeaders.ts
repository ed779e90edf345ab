import { createHash } from 'node:crypto';
import { gridStyleHash } from '../../src/theme/gridStyleHash.ts';

/**
 * How the page is delivered: as files of a web server, or as one file that opens from disk, where
 * there is no origin that `'self'` could mean.
 */
export type Delivery = 'hosted' | 'single-file';

/** The Trusted Types policies of the page: its own for the workers, and those of Monaco for the lines that it draws. */
const trustedTypes = [
  'task-worker',
  'editor-worker',
  'service-worker',
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'tokenizeToString',
];

const sha256 = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Emotion inserts empty style elements and adds rules through the CSSOM. */
const emptyStyle = sha256('');

const hashesOf = (html: string, element: RegExp): readonly string[] => [
  ...new Set(Array.from(html.matchAll(element), ([, text = '']) => sha256(text))),
];

/**
 * The Content-Security-Policy of a built page, with the hash of each of its inline scripts and styles.
 *
 * `style-src-attr` is open because Monaco writes the place of each line as a style attribute;
 * an attribute can neither select other elements nor, with this policy, load anything.
 */
export function contentSecurityPolicy(html: string, delivery: Delivery): string {
  const self = delivery === 'hosted' ? ["'self'"] : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [...self, ...hashesOf(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)],
    'style-src-elem': [
      ...self,
      emptyStyle,
      `'${gridStyleHash}'`,
      ...hashesOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g),
    ],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': [...self, 'data:'],
    'font-src': delivery === 'hosted' ? self : ['data:'],
    'worker-src': delivery === 'hosted' ? self : ['data:'],
    ...(delivery === 'hosted' && { 'manifest-src': self, 'connect-src': self }),
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': trustedTypes,
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** Browser features that the page does not use and therefore disables: all but writing to the clipboard. */
const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The headers for every file of the hosted page: all that its meta elements say, and what only headers can. */
export function securityHeaders(html: string): readonly Header[] {
  return [
    {
      name: 'Content-Security-Policy',
      value: `${contentSecurityPolicy(html, 'hosted')}; frame-ancestors 'none'`,
    },
    { name: 'Referrer-Policy', value: 'no-referrer' },
    {
      name: 'Permissions-Policy',
      value: refusedFeatures.map((feature) => `${feature}=()`).join(', '),
    },
    { name: 'X-Content-Type-Options', value: 'nosniff' },
    { name: 'X-Frame-Options', value: 'DENY' },
    { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { name: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  ];
}
