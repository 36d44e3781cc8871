import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import { VendorError } from '../core/errors/vendor-error'
import { isObject } from '../core/options/check'
import { callNative } from '../core/transport/call-native'
import type { NativeCallbacks } from '../core/transport/native-like'
import type { DpConnection, DpValues } from './data-points'

type Fields = Readonly<Record<string, unknown>>

const origin: ErrorOrigin = { action: 'data points', family: 'panel', attempt: 1 }

/** Reads an object from a native host. Nothing is sent to the lock. */
export const readHost = (call: (callbacks: NativeCallbacks) => unknown): Promise<Fields> =>
  new Promise((resolve, reject) =>
    callNative(call, (outcome) => {
      if (outcome.kind === 'refused') reject(new VendorError(origin, outcome))
      else if (outcome.kind === 'answer' && isObject(outcome.value))
        resolve(outcome.value as Fields)
      else
        reject(
          new TransportError(origin, {
            delivery: 'not-sent',
            reason: 'the app did not return the state of the lock',
          }),
        )
    }),
  )

/** `undefined` is a data point that the lock never reported. */
export const reportedValues = (values: unknown): DpValues => {
  const reported: Record<string, unknown> = {}
  if (isObject(values))
    for (const [name, value] of Object.entries(values))
      if (value !== undefined && value !== null) reported[name] = value
  return reported
}

/** The routes in the bits of `onlineType`: Wi-Fi, local network, Bluetooth, Bluetooth mesh (typings of `ty`). */
const WIFI = 1
const LOCAL = 2
const BLUETOOTH = 4 + 8

export const connectionOf = (online: unknown, onlineType?: unknown): DpConnection => ({
  ...(typeof online === 'boolean' && { online }),
  ...(typeof onlineType === 'number' && routeOf(onlineType)),
})

const routeOf = (bits: number): DpConnection => {
  if (bits & LOCAL) return { via: 'local' }
  if (bits & BLUETOOTH) return { via: 'bluetooth' }
  return bits & WIFI ? { via: 'cloud' } : {}
}
