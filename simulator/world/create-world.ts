import type { Seed, World } from './world'

/** Copies the seed, so that changes of the world do not change it. */
export const createWorld = (seed: Seed): World => {
  const { members, locks, temporaryPasswords, offlinePasswords, log, ...others } = JSON.parse(
    JSON.stringify(seed),
  ) as Seed
  return {
    ...others,
    members: Object.values(members),
    locks: Object.values(locks),
    temporaryPasswords: [...temporaryPasswords],
    offlinePasswords: [...offlinePasswords],
    log: [...log],
    deviceUsers: [],
    sharings: [],
    tickets: [],
    tokens: [],
    syncAllowedAtMs: {},
  }
}
