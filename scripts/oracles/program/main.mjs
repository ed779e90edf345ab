// @ts-check
import { startHarness } from '../harness.mjs';
import { checkAction } from './action.mjs';
import { packAndInstall } from './pack.mjs';
import { checkRepair } from './repair.mjs';
import { checkStreams } from './streams.mjs';

const harness = startHarness('program');
const program = await packAndInstall(harness);
harness.say('packed, installed and run');
if (program !== undefined) {
  await checkStreams({ ...harness, program });
  harness.say('streams and status tried');
  await checkAction({ ...harness, program });
  harness.say('action and hook tried');
  await checkRepair({ ...harness, program });
  harness.say('a role repaired on a local IAM');
}
harness.finish();
