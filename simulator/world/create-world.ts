import type { Seed, World } from './world'

/** A world of its own: what happens in it does not change the seed. */
export const createWorld = (seed: Seed): World => {
  const { home, members, locks, temporaryPasswords, alarms } = JSON.parse(
    JSON.stringify(seed),
  ) as Seed
  return {
    home,
    members: Object.values(members),
    locks: Object.values(locks),
    temporaryPasswords: [...temporaryPasswords],
    alarms: [...alarms],
    tickets: [],
    syncAllowedAtMs: {},
  }
}
