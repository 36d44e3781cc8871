/**
 * Who may call an action.
 *
 * - `signed-in`: every user; the action reads nothing of a lock.
 * - `members`: owner, administrators and common members of the lock.
 * - `managers`: owner and administrators.
 * - `owner`: the owner; what the action changes may belong to any user, and its parameters do not show whose it is.
 * - `own-or-managed`: it names a user: oneself, or a user whom the role manages.
 * - `managed`: it gives a user what is of no user yet: as above, but a common member cannot take it.
 * - `users`: it lists users: all of them for the owner, those whom the role may view for others.
 * - `records`: it lists what happened: all of it for managers, what they did themselves for common members.
 */
export type Rule =
  | 'signed-in'
  | 'members'
  | 'managers'
  | 'owner'
  | 'own-or-managed'
  | 'managed'
  | 'users'
  | 'records'

/** One rule for each action of the gateway; an action without a rule is refused. */
export const rules: Readonly<Record<string, Rule>> = {
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
