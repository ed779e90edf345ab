import type { CompleteRole } from '@/state/exportRole';

/** `policies-<application>-<region>.zip` */
export const archiveName = ({ region, applicationIds }: CompleteRole['request']): string =>
  `policies-${applicationIds[0]}-${region}.zip`;
