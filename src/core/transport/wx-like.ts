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
  readonly url: string
  readonly method?: string
  readonly header?: object
  /** Text is sent unchanged. */
  readonly data?: unknown
  /** At most 60,000 ms. */
  readonly timeout?: number
  /** Any value except `json` returns the answer as text. */
  readonly dataType?: string
  readonly responseType?: string
  /** `manual` does not follow redirects; base libraries before 3.2.2 ignore the option and follow. */
  readonly redirect?: string
  /** Called for every HTTP status. */
  success?(response: WxResponse): void
  fail?(failure: WxFailure): void
  complete?(outcome: WxFailure): void
}

export interface WxResponse {
  /** Text, if text was requested. */
  readonly data: unknown
  readonly statusCode: number
  /** The case of the names depends on the platform. */
  readonly header?: object
}

export interface WxFailure {
  /** `request:fail` and a message of WeChat, the system or the network stack, in its language. */
  readonly errMsg: string
  /** Absent before base library 2.24.0. */
  readonly errno?: number
}

export interface WxRequestTaskLike {
  abort(): void
}
