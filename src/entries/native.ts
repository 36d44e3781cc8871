/** For panels inside the vendor's app: the transport over `TYSdk` and `ty`, and what the app's own codes mean. */
export type { ContainerClass, ContainerMeaning } from '../core/errors/container-codes'
export { containerCode, containerCodes } from '../core/errors/container-codes'
export type {
  AtopInit,
  HighwayInit,
  HighwayMethod,
  NativeCallbacks,
  NativeHost,
  RestfulInit,
  ShortCall,
  TYNativeLike,
  TYSdkLike,
  TYSdkObjectLike,
  TyLike,
} from '../core/transport/native-like'
export type { TyOptions } from '../transports/native-bridge'
export { nativeBridge } from '../transports/native-bridge'
