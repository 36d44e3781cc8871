import type { Action } from '../../../src/core/action'
import type { Cloud } from '../../cloud'
import { runWhenAwake, sleepMsOf } from '../../hardware/schedule'
import { refuse } from '../../refusal'
import type { Lock } from '../../world/lock'
import { closeBolt, openRemotely } from '../../world/open-bolt'
import { recordBolt } from '../../world/record-bolt'
import { spendTicket } from '../../world/tickets'

interface BoltCommand {
  /** False locks. */
  readonly open: boolean
  readonly channelId?: string | undefined
}

interface RemoteCommand extends BoltCommand {
  readonly ticketId: string
}

/** Unlocks or locks with a ticket. */
export const moveBoltRemotely = (
  cloud: Cloud,
  action: Pick<Action, 'name'>,
  lock: Lock,
  { ticketId, ...command }: RemoteCommand,
): boolean => {
  spendTicket(cloud, lock.id, ticketId)
  return moveBolt(cloud, action, lock, command)
}

/**
 * Unlocks or locks. Returns whether the bolt moved; a sleeping lock moves it when it wakes, so the cloud
 * answers before that.
 */
export const moveBolt = (
  cloud: Cloud,
  { name }: Pick<Action, 'name'>,
  lock: Lock,
  { open, channelId }: BoltCommand,
): boolean => {
  if (!lock.remoteUnlock.remoteUnlockWithoutPwd) return refuse('status does not allow it')
  if (!lock.online) return refuse('device is offline')
  const isAsleep = sleepMsOf(cloud, lock) > 0
  let moved = true
  runWhenAwake(cloud, lock, () => {
    const command = open ? 'unlock' : 'lock'
    moved = recordBolt(cloud, lock, { command, action: name, detail: {} }, () =>
      open ? openRemotely(cloud, lock, channelId) : closeBolt(cloud, lock),
    )
  })
  return isAsleep || moved
}
