import type { LockContext } from './lock-context'

const CURRENT_TIME = 'timer.currentTime'

/**
 * Call it before a command: the returned function gives the cloud's time of that moment, also if only the answer to the
 * command shows the cloud's time.
 */
export const startTiming = ({
  clock,
  cloudNow,
}: Pick<LockContext, 'clock' | 'cloudNow'>): (() => number) => {
  const startedAtMs = clock.now()
  return () => cloudNow() - (clock.now() - startedAtMs)
}

/**
 * Runs a check of input against the current time, which throws. Before the phone's clock refuses an input, the cloud is
 * asked for its time, unless an answer has shown it or the panel does not support that operation. Returns nothing to wait for
 * if the check succeeds at once: two calls must keep their order.
 */
export const checkAtCloudTime = (
  { call, cloudNow, isCloudTimeKnown, supports }: LockContext,
  check: (nowMs: number) => void,
): Promise<void> | undefined => {
  try {
    check(cloudNow())
    return undefined
  } catch (error) {
    if (isCloudTimeKnown() || !supports(CURRENT_TIME)) throw error
    try {
      check(Number.NEGATIVE_INFINITY)
    } catch {
      // An input that is invalid at every time needs no request.
      throw error
    }
    const checkAgain = () => check(cloudNow())
    // Its envelope shows the time; after a failure the phone's clock decides.
    return call(CURRENT_TIME, {}).then(checkAgain, checkAgain)
  }
}
