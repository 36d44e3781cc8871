/** The event methods of `@ray-js/lock-sdk`: its module, or the result of `createSDK`. */
export interface LockSdkEventsLike {
  onAddUnlockMethod(listener: (event: unknown) => void): unknown
  /** Removes the same function. */
  offAddUnlockMethod(listener: (event: unknown) => void): unknown
}

export interface LockSdkEnrolment {
  /** For example `finger`. */
  readonly type: string
  readonly userId: string
  /** For each step, in milliseconds. */
  readonly timeout?: number
}

/** The enrolment methods of `@ray-js/lock-sdk` (1.0.0 or later). Failures are `{ errorCode, errorMsg }`. */
export interface LockSdkLike extends LockSdkEventsLike {
  /** Resolves with `{ total }`. */
  startAddUnlockMethod(enrolment: LockSdkEnrolment): PromiseLike<unknown>
  cancelAddUnlockMethod(enrolment: LockSdkEnrolment): PromiseLike<unknown>
  /** Resolves with `{ opModeId, unlockName }`; a password has no steps. */
  addPassword(password: {
    readonly userId: string
    readonly name: string
    readonly password: string
  }): PromiseLike<unknown>
}
