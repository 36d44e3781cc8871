/** The event methods of `@ray-js/lock-sdk`: its module, or the result of `createSDK`. */
export interface LockSdkEventsLike {
  /** Registers a listener for the steps of enrolments. */
  onAddUnlockMethod(listener: (event: unknown) => void): unknown
  /** Removes the same function. */
  offAddUnlockMethod(listener: (event: unknown) => void): unknown
}

/** An enrolment, as lock-sdk takes it. */
export interface LockSdkEnrolment {
  /** For example `finger`. */
  readonly type: string
  /** The id of the user on this lock. */
  readonly userId: string
  /** For each step, in milliseconds. */
  readonly timeout?: number
}

/** The enrolment methods of `@ray-js/lock-sdk` (1.0.0 or later). Failures are `{ errorCode, errorMsg }`. */
export interface LockSdkLike extends LockSdkEventsLike {
  /** Resolves with `{ total }`. */
  startAddUnlockMethod(enrolment: LockSdkEnrolment): PromiseLike<unknown>
  /** Stops the enrolment that was started with the same options. */
  cancelAddUnlockMethod(enrolment: LockSdkEnrolment): PromiseLike<unknown>
  /** Resolves with `{ opModeId, unlockName }`; a password has no steps. */
  addPassword(password: {
    /** The id of the user on this lock. */
    readonly userId: string
    /** The name of the new method. */
    readonly name: string
    /** The digits of the password. */
    readonly password: string
  }): PromiseLike<unknown>
}
