// @ts-check

/**
 * `npm test` tries representatives of every kind; `npm run test:deep` (DEEP=1) every combination,
 * and properties with many more inputs.
 */
export const isDeep = process.env['DEEP'] === '1';

/**
 * @template Item
 * @param {readonly Item[]} all
 * @param {(item: Item, index: number) => boolean} isRepresentative
 */
export const representatives = (all, isRepresentative) =>
  isDeep ? all : all.filter(isRepresentative);

/**
 * How often a property is tried.
 *
 * @param {number} usual
 * @param {number} deep
 */
export const runs = (usual, deep) => (isDeep ? deep : usual);
