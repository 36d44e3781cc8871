/** What the runtime requires of a native host: the methods of `TYSdk`, `TYNative` or `ty` that send calls to the cloud. */
export type NativeHost = TYSdkLike | TYSdkObjectLike | TYNativeLike | TyLike

type Params = Readonly<Record<string, unknown>>

/** Current `TYSdk`: API, parameters, version; the promise resolves with the result without its envelope. */
export interface TYSdkLike {
  apiRequest(api: string, postData: Params, version: string): PromiseLike<unknown>
}

/** The field names of older hosts: API, parameters, version. */
export interface ShortCall {
  readonly a: string
  readonly postData: Params
  readonly v: string
}

/** `TYSdk` of version 2. */
export interface TYSdkObjectLike {
  apiRequest(call: ShortCall): PromiseLike<unknown>
}

/** `TYNative`, which uses callbacks. */
export interface TYNativeLike {
  apiRequest(
    call: ShortCall,
    success: (result: unknown) => void,
    fail: (failure: unknown) => void,
  ): unknown
}

/** `ty` of the mini-app container; the bridge supports the families of the methods that it has. */
export interface TyLike {
  apiRequestByAtop(init: AtopInit): unknown
  apiRequestByHighway?(init: HighwayInit): unknown
  apiRequestByHighwayRestful?(init: RestfulInit): unknown
}

export interface NativeCallbacks {
  success(answer: unknown): void
  fail(failure: unknown): void
}

export interface AtopInit extends NativeCallbacks {
  readonly api: string
  readonly version: string
  readonly postData: Params
}

export type HighwayMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface HighwayInit extends NativeCallbacks {
  /** A path. */
  readonly api: string
  readonly method: HighwayMethod
  readonly data: Params
  readonly requestId: string
}

export interface RestfulInit extends NativeCallbacks {
  /** A path. */
  readonly api: string
  readonly method: HighwayMethod
  readonly query: Params
  readonly body?: Params
}
