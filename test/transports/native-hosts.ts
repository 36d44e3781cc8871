import type { SchedulerLike } from 'rxjs'
import { fakeTy } from '../../simulator/native/fake-ty'
import { fakeTYSdk } from '../../simulator/native/fake-ty-sdk'
import type { Exchange } from '../../simulator/wx/fake-wx'
import type { Transport } from '../../src/core/transport/transport'
import { nativeBridge } from '../../src/transports/native-bridge'

type MakeBridge = (exchange: Exchange, scheduler: SchedulerLike) => Transport

/** Every host API that can send a call of the panel family. */
export const panelStyles: Readonly<Record<string, MakeBridge>> = {
  'TYSdk.apiRequest(api, postData, version)': (...app) => nativeBridge(fakeTYSdk(...app)),
  'TYSdk.apiRequest that resolves with JSON text': (...app) =>
    nativeBridge(fakeTYSdk(...app, { results: 'text' })),
  'TYSdk.apiRequest({ a, postData, v })': (...app) =>
    nativeBridge(fakeTYSdk(...app).version2, { style: 'object' }),
  'TYNative.apiRequest with callbacks': (...app) =>
    nativeBridge(fakeTYSdk(...app).native, { style: 'callback' }),
  'ty.apiRequestByAtop': (...app) => nativeBridge(fakeTy(...app)),
}

/** Every host API that can send a route. */
export const routeStyles: Readonly<Record<string, MakeBridge>> = {
  'ty.apiRequestByHighwayRestful': (...app) => nativeBridge(fakeTy(...app)),
  'ty.apiRequestByHighway': (...app) => nativeBridge(fakeTy(...app), { routes: 'highway' }),
}
