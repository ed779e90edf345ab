import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8 } from 'fflate';
import type { Artifact } from './artifact';

/** SHA-256 of the contents in UTF-8, in lower-case hexadecimal. */
export const fingerprint = ({ contents }: Pick<Artifact, 'contents'>): string =>
  bytesToHex(sha256(strToU8(contents)));
