import { deviceActions, doorLockActions } from '../../actions/mini-program'
import { allocateOpmodePair, deallocateOpmodePair } from './assign-opmodes'
import { currentTimePair } from './current-time'
import { deleteOfflinePasswordPair } from './delete-offline-password'
import { deleteTemporaryPasswordPair } from './delete-temporary-password'
import { removeHijackPair, setHijackPair } from './duress-alarm'
import { availableInstructionsPair } from './get-available-instructions'
import { devicesPair } from './get-list-by-ids'
import { syncableOpmodeTypesPair } from './get-syncable-opmode-types'
import { getUserPair } from './get-user'
import { unallocatedOpmodesPair } from './list-unallocated-opmodes'
import { userOpmodesPair } from './list-user-opmodes'
import { listUsersPair } from './list-users'
import { openingLogsPair } from './opening-logs'
import { type Pair, twinPair } from './pair'
import { remoteUnlocksPair } from './remote-unlocks'
import { routePairs } from './route-pairs'

const lock = doorLockActions
const device = deviceActions

/** Every mini-program action that routes of the open API carry, and the clock of the cloud. */
export const miniProgramPairs: readonly Pair[] = [
  twinPair(device.deviceStatus),
  twinPair(device.deviceControl),
  twinPair(lock.alarmLogs),
  twinPair(lock.listRecords, {
    'records[].channel_id': 'the route does not return it',
    'records[].status': 'the route does not return it',
    has_more: 'the route returns it too',
    total_pages: 'the route returns it too',
  }),
  twinPair(lock.getDynamicPassword),
  twinPair(lock.passwordTicket),
  twinPair(lock.passwordFreeOpen),
  twinPair(lock.cancelPasswordFreeOpen),
  twinPair(lock.openDoor),
  twinPair(lock.remoteUnlockConfig),
  twinPair(lock.getTemporaryPassword),
  twinPair(lock.getTemporaryPasswordList),
  twinPair(lock.createTemporaryPassword),
  twinPair(lock.createTemporaryPasswordWithoutName),
  twinPair(lock.modifyTemporaryPassword),
  twinPair(lock.getMediaUrl),
  devicesPair,
  openingLogsPair,
  remoteUnlocksPair,
  deleteTemporaryPasswordPair,
  deleteOfflinePasswordPair,
  availableInstructionsPair,
  syncableOpmodeTypesPair,
  unallocatedOpmodesPair,
  allocateOpmodePair,
  deallocateOpmodePair,
  setHijackPair,
  removeHijackPair,
  getUserPair,
  userOpmodesPair,
  listUsersPair,
  currentTimePair,
]

/** Everything that the gateway carries. */
export const pairs: readonly Pair[] = [...miniProgramPairs, ...routePairs]

const pairsByName = new Map(pairs.map((one) => [one.action.name, one]))

export const pairOf = (name: string): Pair | undefined => pairsByName.get(name)
