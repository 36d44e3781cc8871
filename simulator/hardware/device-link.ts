import { filter, map, type Observable } from 'rxjs'
import type { Cloud } from '../cloud'
import type { DpStatus } from '../world/lock'
import { findLock } from '../world/lock-for'
import { MOTOR, recordControl } from '../world/record-bolt'
import { acceptsCommand, executeCommand, isSetting } from './execute-command'
import { schedule, sleepMsOf, stayAwake } from './schedule'

/** The connection between an app and one lock: data points by their ids, as they are transmitted. */
export interface DeviceLink {
  /** The id of the lock. */
  readonly deviceId: string
  /** The codes of the lock's data points, with their ids on this lock. */
  readonly schema: readonly {
    /** The code of the data point. */
    readonly dp_code: string
    /** The id of the data point on this lock. */
    readonly dp_id: number
  }[]
  /** `false` if the app cannot reach the lock. */
  publish(dps: Readonly<Record<string, unknown>>): boolean
  /** The reports of the lock, one event for each packet. */
  readonly reports$: Observable<Readonly<Record<string, unknown>>>
}

/** The transmission time of a command. */
export const RADIO_MS = 200

/**
 * The connection between an app and a lock. The app cannot reach a lock that is offline; a sleeping one executes what was
 * sent to it when it wakes, and one that does not wake does not answer. The lock ignores data points that it does not accept.
 */
export const deviceLink = (cloud: Cloud, deviceId: string): DeviceLink => {
  const lock = findLock(cloud.world, deviceId)
  const codes = new Map(Object.entries(lock.dpIds).map(([code, id]) => [String(id), code]))

  const execute = (commands: readonly DpStatus[]) => {
    if (!lock.online) return
    stayAwake(cloud, lock)
    for (const command of commands) {
      const kind = commandKindOf(command)
      const run = () => executeCommand(cloud, lock, command)
      if (kind === undefined) run()
      else recordControl(cloud, lock, kind, { action: command.code, detail: {} }, run)
    }
  }

  return {
    deviceId,
    schema: Object.entries(lock.dpIds).map(([dp_code, dp_id]) => ({ dp_code, dp_id })),
    publish: (dps) => {
      if (!lock.online) return false
      const commands = Object.entries(dps)
        .map(([id, value]) => ({ code: codes.get(id) ?? '', value }))
        .filter((command) => acceptsCommand(lock, command))
      const sleepMs = sleepMsOf(cloud, lock)
      if (Number.isFinite(sleepMs)) schedule(cloud, sleepMs + RADIO_MS, () => execute(commands))
      return true
    },
    reports$: cloud.reports$.pipe(
      filter((report) => report.deviceId === deviceId),
      map(({ dps }) => byId(dps, lock.dpIds)),
      filter((dps) => Object.keys(dps).length > 0),
    ),
  }
}

/** The other data points add their own journal entries. */
const commandKindOf = ({ code, value }: DpStatus): 'control' | 'unlock' | 'lock' | undefined => {
  if (code === MOTOR) return value === true ? 'unlock' : 'lock'
  return isSetting(code) ? 'control' : undefined
}

/** A data point without a number cannot be sent. */
const byId = (
  dps: Readonly<Record<string, unknown>>,
  dpIds: Readonly<Record<string, number>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(dps).flatMap(([code, value]) => {
      const id = dpIds[code]
      return id === undefined ? [] : [[String(id), value]]
    }),
  )
