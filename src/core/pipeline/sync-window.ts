import type { Clock } from '../clock'
import type { Call, Handler, Stage } from './call'
import { DeviceWindow } from './device-window'
import { deviceOf } from './sync-codes'
import { createWindowMemory, type StorageLike } from './window-memory'

export interface SyncWindow {
  readonly stage: Stage
  /** Keeps the window of a device open until the returned function is called, while its lock sends packets. */
  readonly hold: (device: string) => () => void
  /** Stops all timers. */
  readonly close: () => void
}

/**
 * The five-second window of document 001: one synchronisation of a device at a time, over all `sync` actions of all
 * families, and the next one not earlier than `windowMs` after the last answer.
 */
export const createSyncWindow = (
  windowMs: number,
  clock: Clock,
  isEnding: (call: Call) => boolean,
  storage?: StorageLike,
): SyncWindow => {
  const memory = createWindowMemory(storage, windowMs, clock)
  const devices = new Map<string, DeviceWindow>()
  let sendNext: Handler | undefined

  const windowOf = (device: string): DeviceWindow => {
    const existing = devices.get(device)
    if (existing !== undefined) return existing
    const next: Handler = (call, subscriber) => (sendNext as Handler)(call, subscriber)
    const opened = new DeviceWindow(next, windowMs, clock, memory, isEnding, () =>
      devices.delete(device),
    )
    devices.set(device, opened)
    return opened
  }

  return {
    stage: (next) => {
      sendNext = next
      return (call, subscriber) => {
        if (call.action.safety !== 'sync') next(call, subscriber)
        // A listener of the call's first event may have ended it.
        else if (!subscriber.closed) windowOf(deviceOf(call)).join({ call, subscriber })
      }
    },
    hold: (device) => windowOf(device).hold(),
    close: () => {
      for (const device of devices.values()) device.dispose()
      devices.clear()
    },
  }
}
