import type { Simulator } from '../../simulator'
import type { Transport } from '../../src/core/transport/transport'
import { nativeBridge } from '../../src/transports/native-bridge'

type BridgeTo = (simulator: Simulator) => Transport

/** Every bridge that sends calls of the panel family to a simulator. */
export const panelBridges: Readonly<Record<string, BridgeTo>> = {
  'TYSdk.apiRequest(api, postData, version)': (simulator) => nativeBridge(simulator.asTYSdk()),
  'TYSdk.apiRequest that resolves with JSON text': (simulator) =>
    nativeBridge(simulator.asTYSdk({ results: 'text' })),
  'TYSdk.apiRequest({ a, postData, v })': (simulator) =>
    nativeBridge(simulator.asTYSdk().version2, { style: 'object' }),
  'TYNative.apiRequest with callbacks': (simulator) =>
    nativeBridge(simulator.asTYSdk().native, { style: 'callback' }),
  'ty.apiRequestByAtop': (simulator) => nativeBridge(simulator.asTy()),
}

/** Every bridge of an app that sends routes to a simulator. */
export const routeBridges: Readonly<Record<string, BridgeTo>> = {
  'ty.apiRequestByHighwayRestful': (simulator) => nativeBridge(simulator.asTy()),
  'ty.apiRequestByHighway': (simulator) => nativeBridge(simulator.asTy(), { routes: 'highway' }),
}
