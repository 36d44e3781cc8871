/** What the runtime requires of a native host: the methods of `TYSdk`, `TYNative` or `ty` that send calls to the cloud. */
export type NativeHost = TYSdkLike | TYSdkObjectLike | TYNativeLike | TyLike

type Params = Readonly<Record<string, unknown>>

/** Current `TYSdk`: API, parameters, version; the promise resolves with the result without its envelope. */
export interface TYSdkLike {
  /** Sends an API of the panel family to the cloud; rejects with the failure of the app or the cloud. */
  apiRequest(api: string, postData: Params, version: string): PromiseLike<unknown>
}

/** The field names of older hosts: API, parameters, version. */
export interface ShortCall {
  /** The name of the API. */
  readonly a: string
  /** The parameters of the API. */
  readonly postData: Params
  /** The version of the API. */
  readonly v: string
}

/** `TYSdk` of version 2. */
export interface TYSdkObjectLike {
  /** Sends an API of the panel family; the promise resolves with the result. */
  apiRequest(call: ShortCall): PromiseLike<unknown>
}

/** `TYNative`, which uses callbacks. */
export interface TYNativeLike {
  /** Sends an API of the panel family and calls one of both functions. */
  apiRequest(
    call: ShortCall,
    success: (result: unknown) => void,
    fail: (failure: unknown) => void,
  ): unknown
}

/** `ty` of the mini-app container; the bridge supports the families of the methods that it has. */
export interface TyLike {
  /** Sends an API of the panel family. */
  apiRequestByAtop(init: AtopInit): unknown
  /** Sends a route of the open API; the answer is `{ data }` with JSON text. */
  apiRequestByHighway?(init: HighwayInit): unknown
  /** Sends a route of the open API, with a separate query and body; the answer is `{ result }`, already parsed. */
  apiRequestByHighwayRestful?(init: RestfulInit): unknown
}

/** The callbacks of a method of a native host; exactly one of them is called. */
export interface NativeCallbacks {
  /** Called with the answer of the host. */
  success(answer: unknown): void
  /** Called with the failure of the host, usually `{ errorCode, errorMsg, innerError }`. */
  fail(failure: unknown): void
}

/** A call of `ty.apiRequestByAtop`. */
export interface AtopInit extends NativeCallbacks {
  /** The vendor's name of the API, such as `tuya.m.device.member.count`. */
  readonly api: string
  /** The version of the API. */
  readonly version: string
  /** The parameters of the API. */
  readonly postData: Params
}

/** The HTTP method of a route. */
export type HighwayMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A call of `ty.apiRequestByHighway`. */
export interface HighwayInit extends NativeCallbacks {
  /** A path. */
  readonly api: string
  /** The HTTP method of the route. */
  readonly method: HighwayMethod
  /** The parameters in the query and those in the body, in one object. */
  readonly data: Params
  /** Identifies the request to the app. */
  readonly requestId: string
}

/** A call of `ty.apiRequestByHighwayRestful`. */
export interface RestfulInit extends NativeCallbacks {
  /** A path. */
  readonly api: string
  /** The HTTP method of the route. */
  readonly method: HighwayMethod
  /** The parameters in the query; empty if there are none. */
  readonly query: Params
  /** The parameters in the body; absent for a route without one. */
  readonly body?: Params
}
