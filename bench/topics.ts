import type { Topic } from './row'
import { decoding } from './rows/decoding'
import { dispatch } from './rows/dispatch'
import { endToEnd } from './rows/end-to-end'
import { firstUse } from './rows/first-use'
import { members } from './rows/members'
import { openApiCalls } from './rows/open-api'
import { openCalls } from './rows/open-calls'
import { records } from './rows/records'
import { simulatorRequests } from './rows/simulator'
import { syncWindow } from './rows/sync-window'

/** In the order of the table. */
export const topics: Readonly<Record<string, Topic>> = {
  decoding,
  dispatch,
  'open-calls': openCalls,
  'sync-window': syncWindow,
  'end-to-end': endToEnd,
  'open-api': openApiCalls,
  records,
  members,
  simulator: simulatorRequests,
  'first-use': firstUse,
}
