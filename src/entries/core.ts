/** The dispatcher without a single action: for an app that brings its own, or that counts every byte. */
export type {
  Action,
  Family,
  LockType,
  ParamsOf,
  Removal,
  ResultOf,
  Safety,
  SyncFields,
} from '../core/action'
export { defineAction } from '../core/action'
export type { ActionRegistry, CallsOf } from '../core/calls'
export type { Clock } from '../core/clock'
export type { Contract } from '../core/contract/contract'
export { CancelledError, isCancelledError } from '../core/errors/cancelled-error'
export type { Issue } from '../core/errors/issue'
export { isLockError, LockError } from '../core/errors/lock-error'
export type { OutcomeCandidate } from '../core/errors/outcome-unknown-error'
export { isOutcomeUnknownError, OutcomeUnknownError } from '../core/errors/outcome-unknown-error'
export { isParamsError, ParamsError } from '../core/errors/params-error'
export { isResponseError, ResponseError } from '../core/errors/response-error'
export type { Delivery, ErrorKind, ErrorOrigin } from '../core/errors/sdk-error'
export { isSdkError, SdkError } from '../core/errors/sdk-error'
export { isTimeoutError, TimeoutError } from '../core/errors/timeout-error'
export type { TransportFailure } from '../core/errors/transport-error'
export { isTransportError, TransportError } from '../core/errors/transport-error'
export { isUnsupportedError, UnsupportedError } from '../core/errors/unsupported-error'
export type { CodeClass, CodeMeaning } from '../core/errors/vendor-codes'
export { vendorCode, vendorCodes } from '../core/errors/vendor-codes'
export type { VendorFailure } from '../core/errors/vendor-error'
export { isVendorError, VendorError } from '../core/errors/vendor-error'
export { createPanel } from '../core/panel/create-panel'
export type { ActionHandler, BoundHandler, HandlerContext } from '../core/panel/handle'
export { handle } from '../core/panel/handle'
export type { Panel } from '../core/panel/panel'
export type { PanelOptions } from '../core/panel/panel-options'
export type { RunHandlerOptions } from '../core/panel/run-handler'
export { runHandler } from '../core/panel/run-handler'
export type { CallOptions, Priority, RetryOptions } from '../core/pipeline/call'
export type { PanelEvent, Step } from '../core/pipeline/events'
export type { StorageLike } from '../core/pipeline/window-memory'
export type { AbortSignalLike } from '../core/transport/abort-signal-like'
export { combine } from '../core/transport/combine'
export type { FetchInit, FetchLike, FetchResponse } from '../core/transport/fetch-like'
export type { Transport, TransportAnswer, TransportRequest } from '../core/transport/transport'
export type {
  WxFailure,
  WxLike,
  WxRequestInit,
  WxRequestTaskLike,
  WxResponse,
} from '../core/transport/wx-like'
export type { FetchTransportOptions } from '../transports/fetch-transport'
export { fetchTransport } from '../transports/fetch-transport'
export type { HeaderRecord, HeaderSource } from '../transports/headers'
export type { RayCall, RayFetch } from '../transports/ray-fetch'
export { rayFetch } from '../transports/ray-fetch'
export type { ServerLimits } from '../transports/server-limits'
export { gatewayLimits } from '../transports/server-limits'
export type { WxRequestOptions } from '../transports/wx-request'
export { wxRequest } from '../transports/wx-request'
