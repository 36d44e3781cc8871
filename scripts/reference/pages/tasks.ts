import { bluetoothChannels } from '../../../src/flows/bluetooth/channels'
import type { Ability } from '../../../src/flows/capabilities/abilities'
import { enrolmentChannels } from '../../../src/flows/enrolment/channels'
import { liveChannels } from '../../../src/flows/live/channels'
import { memberChannels } from '../../../src/flows/members/channels'
import { methodChannels } from '../../../src/flows/methods/channels'
import { offlineChannels } from '../../../src/flows/offline-passwords/channels'
import { syncChannels } from '../../../src/flows/opmode-sync/channels'
import { recordChannels } from '../../../src/flows/records/channels'
import { remoteUnlockChannels } from '../../../src/flows/remote-unlock/channels'
import { settingsChannels } from '../../../src/flows/settings/channels'
import type { Channel } from '../../../src/flows/shared/channel'
import type { ActionName } from '../../../src/flows/shared/lock-context'
import { sharingChannels } from '../../../src/flows/sharing/channels'
import { passwordChannels } from '../../../src/flows/temporary-passwords/channels'
import { jobNames, jobs } from '../../hosts/jobs'

/** The channels of each flow, by its page in the guide. */
const flows: Readonly<Record<string, Readonly<Partial<Record<Ability, readonly Channel[]>>>>> = {
  'remote-unlock': remoteUnlockChannels,
  bluetooth: bluetoothChannels,
  'temporary-passwords': passwordChannels,
  'offline-passwords': offlineChannels,
  records: recordChannels,
  live: liveChannels,
  settings: settingsChannels,
  members: memberChannels,
  methods: methodChannels,
  enrolment: enrolmentChannels,
  sharing: sharingChannels,
  'opmode-sync': syncChannels,
}

/** A job of a panel, the flow that does it, and what the flow sends. */
export interface Task {
  /** In English. */
  readonly title: string
  readonly flow: string
  readonly operations: readonly string[]
}

interface FurtherTask extends Task {
  readonly operations: readonly ActionName[]
}

/** Jobs that need no row of their own in `docs/guide/hosts.md`. */
const furtherTasks: readonly FurtherTask[] = [
  {
    title: 'Reject a request at the door',
    flow: 'remote-unlock',
    operations: ['doorLock.cancelPasswordFreeOpen'],
  },
  {
    title: 'See the last alarm, or a picture of it',
    flow: 'records',
    operations: ['doorLock.loglatest', 'doorLock.getMediaUrl', 'tuya.m.device.lock.alarm.unread'],
  },
  {
    title: 'Remove the temporary passwords that have expired',
    flow: 'temporary-passwords',
    operations: [
      'doorLock.removalInvalidTempPasswords',
      'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record',
    ],
  },
  {
    title: 'List, rename and revoke offline passwords',
    flow: 'offline-passwords',
    operations: [
      'doorLock.deleteOfflinePassword',
      'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password',
      'PUT /v1.0/devices/{device_id}/door-lock/offline-temp-password/{password_id}',
      'tuya.m.device.lock.offlinepwd.list',
      'tuya.m.device.lock.offlinepwd.bind',
      'tuya.m.device.lock.offlinepwd.revocable',
      'tuya.m.device.lock.offlinepwd.revoke',
    ],
  },
  {
    title: 'Accept or cancel an invitation',
    flow: 'sharing',
    operations: [
      'doorLock.verifyPermissionSharing',
      'doorLock.confirmPermissionSharing',
      'doorLock.cancelPermissionSharing',
    ],
  },
  {
    title: 'Read the current user, and what they may do',
    flow: 'members',
    operations: ['doorLock.getUser', 'tuya.m.device.member.panel.get'],
  },
  {
    title: 'Find unlocking methods without a user',
    flow: 'methods',
    operations: [
      'doorLock.listUnallocatedOpmodes',
      'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys',
      'tuya.m.device.unlock.assignlist',
      'tuya.m.device.unlock.waitassign',
    ],
  },
]

/** The jobs of `docs/guide/hosts.md`, with the operations of their channels. */
const hostTasks: readonly Task[] = jobNames.map((job) => {
  const { title, by } = jobs[job]
  const [flow, channels] = Object.entries(flows).find(([, lists]) => by in lists) ?? []
  if (flow === undefined) throw new Error(`No flow has the channels of ${by}. Add it to tasks.ts.`)
  const operations = (channels?.[by] ?? []).flatMap((channel) => channel.operations ?? [])
  return { title, flow, operations: [...new Set<string>(operations)] }
})

export const tasks: readonly Task[] = [...hostTasks, ...furtherTasks]
