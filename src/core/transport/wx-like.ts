/** What the runtime requires of a mini-program's `wx`; every host with the same `request` fits. */
export interface WxLike {
  /**
   * Returns a `WxRequestTaskLike`. Wrappers may return nothing, in which case the request cannot be aborted, or a promise
   * of the task or of the response.
   */
  request(init: WxRequestInit): unknown
}

/** The same fields are optional as in WeChat, so that the real `wx` fits. */
export interface WxRequestInit {
  /** The address, whose origin the mini-program must have in its list of domains. */
  readonly url: string
  /** The HTTP method in upper case. */
  readonly method?: string
  /** The headers of the request by name. */
  readonly header?: object
  /** Text is sent unchanged. */
  readonly data?: unknown
  /** At most 60,000 ms. */
  readonly timeout?: number
  /** Any value except `json` returns the answer as text. */
  readonly dataType?: string
  /** Always `text` in a request of this package. */
  readonly responseType?: string
  /** `manual` does not follow redirects; base libraries before 3.2.2 ignore the option and follow. */
  readonly redirect?: string
  /** Called for every HTTP status. */
  success?(response: WxResponse): void
  /** Called if the request was aborted, was refused by WeChat, or got no response. */
  fail?(failure: WxFailure): void
  /** Called after `success` or `fail`. */
  complete?(outcome: WxFailure): void
}

/** What `success` of `wx.request` gets. */
export interface WxResponse {
  /** Text, if text was requested. */
  readonly data: unknown
  /** The HTTP status, which may be an error. */
  readonly statusCode: number
  /** The case of the names depends on the platform. */
  readonly header?: object
}

/** What `fail` of `wx.request` gets. */
export interface WxFailure {
  /** `request:fail` and a message of WeChat, the system or the network stack, in its language. */
  readonly errMsg: string
  /** Absent before base library 2.24.0. */
  readonly errno?: number
}

/** A running request. */
export interface WxRequestTaskLike {
  /** Ends the request; the server may have received it. */
  abort(): void
}
