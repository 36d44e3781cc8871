import { routeRules } from './route-rules'
import type { Rule } from './rule'

/** One rule for each mini-program action of the gateway. */
const miniProgramRules: Readonly<Record<string, Rule>> = {
  'timer.currentTime': 'signed-in',
  'device.status': 'members',
  'device.getListByIds': 'members',
  'doorLock.getAvailableInstructions': 'members',
  'doorLock.remoteUnlocks': 'members',
  // The switch of the remote unlock decides whether a common member can use the ticket.
  'doorLock.passwordTicket': 'members',
  'doorLock.passwordFreeOpen': 'members',
  'doorLock.cancelPasswordFreeOpen': 'members',
  'doorLock.openDoor': 'members',
  'device.control': 'managers',
  'doorLock.remoteUnlockConfig': 'managers',
  'doorLock.getSyncableOpmodeTypes': 'managers',
  'doorLock.listUnallocatedOpmodes': 'managers',
  'doorLock.getDynamicPassword': 'managers',
  'doorLock.getTemporaryPassword': 'managers',
  'doorLock.getTemporaryPasswordList': 'managers',
  'doorLock.createTemporaryPassword': 'managers',
  'doorLock.createTemporaryPasswordWithoutName': 'managers',
  'doorLock.modifyTemporaryPassword': 'managers',
  'doorLock.deleteTemporaryPassword': 'managers',
  'doorLock.deleteOfflinePassword': 'managers',
  'doorLock.getMediaUrl': 'managers',
  'doorLock.setHijack': 'owner',
  'doorLock.removeHijack': 'owner',
  'doorLock.getUser': 'own-or-managed',
  'doorLock.listUserOpmodes': 'own-or-managed',
  'doorLock.deallocateOpmode': 'own-or-managed',
  'doorLock.allocateOpmode': 'managed',
  'doorLock.listUsers': 'users',
  'doorLock.listRecords': 'records',
  'doorLock.openingLogs': 'records',
  'doorLock.alarmLogs': 'records',
}

/** One rule for each action of the gateway; an action without a rule is refused. */
export const rules: Readonly<Record<string, Rule>> = { ...miniProgramRules, ...routeRules }
