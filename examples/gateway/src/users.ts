import { createHash, timingSafeEqual } from 'node:crypto'
import type { Authenticate, Membership } from 'lockpanel/gateway'

/** A user of the example. Your app has users of its own: replace this file by its sessions and its database. */
export interface KnownUser {
  readonly id: string
  /** The session that the user's panel sends as `Authorization: Bearer …`. */
  readonly token: string
  readonly devices: Readonly<Record<string, Membership>>
}

export const readUsers = (json: string): readonly KnownUser[] => JSON.parse(json)

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in constant time, so that the time of an answer does not show a part of a token. */
export const authenticateWith = (users: readonly KnownUser[]): Authenticate => {
  const known = users.map((user) => ({ user, hash: hashOf(user.token) }))
  return (request) => {
    const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? []
    const hash = hashOf(token)
    const found = known.filter((one) => timingSafeEqual(one.hash, hash))[0]?.user
    if (found === undefined) return undefined
    const { id, devices } = found
    return {
      id,
      membershipOf: (deviceId) =>
        Object.hasOwn(devices, deviceId) ? devices[deviceId] : undefined,
    }
  }
}
