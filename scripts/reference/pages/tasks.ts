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

/** The jobs of `docs/guide/hosts.md`, with the operations of their channels. */
export const tasks: readonly Task[] = jobNames.map((job) => {
  const { title, by } = jobs[job]
  const [flow, channels] = Object.entries(flows).find(([, lists]) => by in lists) ?? []
  if (flow === undefined) throw new Error(`No flow has the channels of ${by}. Add it to tasks.ts.`)
  const operations = (channels?.[by] ?? []).flatMap((channel) => channel.operations ?? [])
  return { title, flow, operations: [...new Set<string>(operations)] }
})
