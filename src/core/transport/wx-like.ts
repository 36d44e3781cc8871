/** What the runtime asks of a mini-program's `wx`; WeChat's own fits, and so does any host that has its `request`. */
export interface WxLike {
  /** Some wrappers hand no task back; such a request cannot be aborted. */
  request(init: WxRequestInit): WxRequestTaskLike | undefined
}

/** Every field that is optional at WeChat is optional here, so that the real `wx` fits. */
export interface WxRequestInit {
  readonly url: string
  readonly method?: string
  readonly header?: object
  /** A text goes out as it is. */
  readonly data?: unknown
  /** At most 60,000 ms. */
  readonly timeout?: number
  /** Anything but `json` leaves the answer's text alone. */
  readonly dataType?: string
  readonly responseType?: string
  /** `manual` does not follow; base libraries before 3.2.2 know no such option, and follow. */
  readonly redirect?: string
  /** Any HTTP status comes here. */
  success?(response: WxResponse): void
  fail?(failure: WxFailure): void
  complete?(outcome: WxFailure): void
}

export interface WxResponse {
  /** Text, where text was asked for. */
  readonly data: unknown
  readonly statusCode: number
  /** Names in whatever case the platform likes. */
  readonly header?: object
}

export interface WxFailure {
  /** `request:fail` and a text: of WeChat, of the system, or of its network stack, in its language. */
  readonly errMsg: string
  /** Missing before base library 2.24.0. */
  readonly errno?: number
}

export interface WxRequestTaskLike {
  abort(): void
}
