import type { Lock, Simulator } from '../../../simulator'
import { deviceInfoOf } from '../../../simulator/native/device-info'
import type { Transport } from '../../../src/core/transport/transport'
import type { DataPoints } from '../../../src/data-points/data-points'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { tyDataPoints } from '../../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../../src/data-points/ty-sdk-data-points'
import { nativeBridge } from '../../../src/transports/native-bridge'

/** The vendor's app as a host of one lock. */
interface NativeHost {
  readonly transport: Transport
  readonly dataPoints: DataPoints
  /** The number of listeners for data points. */
  readonly listenerCount: () => number
}

export type CreateHost = (simulator: Simulator, seeded: Lock) => NativeHost

export const schemaOf = (lock: Lock) => dpSchema(Object.values(deviceInfoOf(lock).schema))

export type NativeHostName = 'ty' | 'TYSdk'

export const nativeHosts: Readonly<Record<NativeHostName, CreateHost>> = {
  ty: (simulator, seeded) => {
    const ty = simulator.asTy({ deviceId: seeded.id })
    return {
      transport: nativeBridge(ty),
      dataPoints: tyDataPoints(ty, { deviceId: seeded.id, schema: schemaOf(seeded) }),
      listenerCount: () => ty.listenerCount(),
    }
  },
  TYSdk: (simulator, { id: deviceId }) => {
    const sdk = simulator.asTYSdk({ deviceId })
    return {
      transport: nativeBridge(sdk),
      dataPoints: tySdkDataPoints(sdk),
      listenerCount: () => sdk.event.listenerCount('deviceDataChange'),
    }
  },
}
