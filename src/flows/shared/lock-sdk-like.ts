/** What the events of `@ray-js/lock-sdk` need of it; its module, or what `createSDK` gives. */
export interface LockSdkEventsLike {
  onAddUnlockMethod(listener: (event: unknown) => void): unknown
  /** Takes away the very function that was handed in. */
  offAddUnlockMethod(listener: (event: unknown) => void): unknown
}

export interface LockSdkEnrolment {
  /** Such as `finger`. */
  readonly type: string
  readonly userId: string
  /** For each step, in milliseconds. */
  readonly timeout?: number
}

/** What an enrolment needs of `@ray-js/lock-sdk` (1.0.0 or later). Failures are `{ errorCode, errorMsg }`. */
export interface LockSdkLike extends LockSdkEventsLike {
  /** Gives `{ total }`. */
  startAddUnlockMethod(enrolment: LockSdkEnrolment): PromiseLike<unknown>
  cancelAddUnlockMethod(enrolment: LockSdkEnrolment): PromiseLike<unknown>
  /** Gives `{ opModeId, unlockName }`: a password has no steps. */
  addPassword(password: {
    readonly userId: string
    readonly name: string
    readonly password: string
  }): PromiseLike<unknown>
}
