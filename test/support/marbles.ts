import { type RunHelpers, TestScheduler } from 'rxjs/testing'
import { expect } from 'vitest'

/** Runs a marble test on a virtual clock that starts at 0; a failure shows both timelines. */
export const marbles = (
  test: (helpers: RunHelpers & { readonly scheduler: TestScheduler }) => void,
): void => {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected))
  scheduler.run((helpers) => test({ ...helpers, scheduler }))
}
