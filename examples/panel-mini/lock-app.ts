import type { Lock } from 'lockpanel/flows'

/** What the pages share. */
export interface LockApp {
  /** Set when the mini-program is launched. */
  lock?: Lock
}

/** The lock of this mini-program. */
export const lockOfApp = (): Lock => {
  const { lock } = getApp<LockApp>()
  if (lock === undefined) throw new Error('no lock: `onLaunch` of the app has not run')
  return lock
}
