import type { Lock } from 'lockpanel/flows'
import type { Server } from './server'

/** `npm run simulate -- --port 8080`, or the address of your server. */
export const SERVER_URL = 'http://127.0.0.1:8080'

/** What the pages share. */
export interface LockApp {
  server: Server
  /** Set when the mini-program is launched. */
  door?: Lock
}

/** The lock of this mini-program. */
export const lockOfApp = (): Lock => {
  const { door } = getApp<LockApp>()
  if (door === undefined) throw new Error('no lock: `onLaunch` of the app has not run')
  return door
}
