import { type Changes, changesOf } from './changes'

/** Sends what changed to the page: its `setData`. */
export type Show<View> = (changes: Changes<View>) => void

/** The state of a page, from which its view is computed. */
export interface PageStore<State> {
  readonly get: () => State
  /** Does nothing after `close`, so that an answer that arrives late changes no page. */
  readonly update: (change: Partial<State>) => void
  /** Cancels at `close` what the page has started. */
  readonly onClose: (cancel: () => void) => void
  readonly isClosed: () => boolean
  readonly close: () => void
}

/** Shows the initial view, and then each change of it. */
export const createPageStore = <State extends object, View extends object>(
  initial: State,
  viewOf: (state: State) => View,
  show: Show<View>,
): PageStore<State> => {
  const cancels: (() => void)[] = []
  let state = initial
  let view = viewOf(state)
  let isClosed = false
  show(changesOf(undefined, view))
  return {
    get: () => state,
    update: (change) => {
      if (isClosed) return
      state = { ...state, ...change }
      const before = view
      view = viewOf(state)
      const changes = changesOf(before, view)
      if (Object.keys(changes).length > 0) show(changes)
    },
    onClose: (cancel) => cancels.push(cancel),
    isClosed: () => isClosed,
    close: () => {
      isClosed = true
      for (const cancel of cancels.splice(0)) cancel()
    },
  }
}
