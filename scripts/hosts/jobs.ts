import type { Ability } from '../../src/flows/capabilities/abilities'

/** A job of a panel, in the words of its user. */
export interface Job {
  readonly title: string
  /** What `capabilities()` calls it. */
  readonly by: Ability
}

/** In the order of the page. */
export const jobs = {
  unlock: { title: 'Unlock from anywhere', by: 'remoteUnlock' },
  unlockWithPin: {
    title: 'Unlock from anywhere with a stored PIN',
    by: 'remoteUnlockWithPassword',
  },
  unlockNearby: { title: 'Unlock with a phone near the lock', by: 'bluetooth' },
  startSession: {
    title: 'Bring a Bluetooth lock up to date from a phone near it',
    by: 'bluetoothSession',
  },
  lock: { title: 'Lock', by: 'remoteLock' },
  switchRemote: { title: 'Switch unlocking from anywhere on and off', by: 'remoteUnlockSwitch' },
  createPassword: { title: 'Create a temporary password', by: 'temporaryPasswords' },
  changePassword: { title: 'Change a temporary password', by: 'changedPasswords' },
  freezePassword: { title: 'Freeze a temporary password', by: 'frozenPasswords' },
  unfreezePassword: { title: 'Unfreeze a temporary password', by: 'frozenPasswords' },
  removePassword: { title: 'Remove a temporary password', by: 'removedPasswords' },
  offlinePassword: { title: 'Make an offline password', by: 'offlinePasswords' },
  dynamicPassword: { title: 'Read a dynamic password', by: 'dynamicPasswords' },
  readRecords: { title: 'Read the records', by: 'records' },
  seeState: { title: 'See the present state of the lock', by: 'liveState' },
  changeSettings: { title: 'Change a setting of the lock', by: 'settings' },
  listMembers: { title: 'List the members', by: 'members' },
  addMember: { title: 'Add a member', by: 'addedMembers' },
  changeMember: { title: 'Change a member', by: 'changedMembers' },
  removeMember: { title: 'Remove a member', by: 'removedMembers' },
  listMethods: { title: 'List every unlocking method', by: 'methods' },
  listMemberMethods: { title: "List a member's unlocking methods", by: 'memberMethods' },
  assignMethod: { title: 'Give an unlocking method to a member', by: 'assignedMethods' },
  unassignMethod: { title: 'Take an unlocking method from a member', by: 'unassignedMethods' },
  renameMethod: { title: 'Rename an unlocking method', by: 'renamedMethods' },
  deleteMethod: { title: 'Delete an unlocking method', by: 'deletedMethods' },
  setDuress: { title: 'Let an unlocking method raise a duress alarm', by: 'duressAlarms' },
  enrol: { title: 'Enrol a fingerprint, card or other method', by: 'enrolment' },
  share: { title: 'Share the lock with an invitation', by: 'sharing' },
  sync: { title: 'Synchronise the unlocking methods of the lock', by: 'opmodeSync' },
} as const satisfies Readonly<Record<string, Job>>

export type JobName = keyof typeof jobs
export const jobNames = Object.keys(jobs) as readonly JobName[]
