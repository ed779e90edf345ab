// What coreMeasures.mjs times, built into one file first.
export { batchCsv } from '../../src/batch/batchCsv';
export { exampleRows, sharedForm } from '../../src/batch/batch.testing';
export { readBatch } from '../../src/batch/readRows';
export { RowMemory } from '../../src/batch/rowMemory';
export { archiveSteps, verdictSteps } from '../../src/batch/tasks';
export { parsePolicy } from '../../src/iam/parse';
export { Solver } from '../../src/iam/solver/decide';
export { Dice } from '../../src/iam/seededRandom.testing';
export { drawDocument, drawKeys } from '../../src/iam/solver/documents.arbitrary';
