/** Runs asynchronous work one after the other; a failure does not stop the next. Replaces `concatMap` of rxjs. */
export const createMutex = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next
    return next
  }
}
