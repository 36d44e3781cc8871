import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import { randomText } from './random-text'
import type { World } from './world'

/** The access token that a project sends with every call of a route. */
export interface Token {
  /** The token that every request of a route carries. */
  readonly accessToken: string
  /** Works once. */
  readonly refreshToken: string
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  /** A newer one was issued, and both tokens are invalid. */
  replaced: boolean
}

/** Two hours. */
const TOKEN_LIFE_MS = 7_200_000
const TOKEN_LENGTH = 32
const HEXADECIMAL = '0123456789abcdef'

/** The valid token, if there is one. */
export const currentToken = ({ world, now }: Cloud): Token | undefined =>
  world.tokens.find(({ replaced, expiresAtMs }) => !replaced && expiresAtMs > now())

/** A token that was issued; any other is refused. */
export const tokenOf = ({ tokens }: World, matches: (token: Token) => boolean): Token =>
  tokens.find(matches) ?? refuse('token was not issued')

/** Issues a new token, and revokes all others. */
export const issueToken = (cloud: Cloud): Token => {
  const { tokens } = cloud.world
  for (const token of tokens) token.replaced = true
  // A test may pass a constant `random`: the count keeps tokens distinct.
  const count = tokens.length.toString(16).padStart(4, '0')
  const token: Token = {
    accessToken: `${randomText(cloud.random, TOKEN_LENGTH - count.length, HEXADECIMAL)}${count}`,
    refreshToken: `${randomText(cloud.random, TOKEN_LENGTH - count.length - 1, HEXADECIMAL)}f${count}`,
    expiresAtMs: cloud.now() + TOKEN_LIFE_MS,
    replaced: false,
  }
  tokens.push(token)
  return token
}

/** A token as in an answer: with the remaining time, not the lifetime. */
export const tokenAnswer = ({ world, now }: Cloud, token: Token) => ({
  access_token: token.accessToken,
  refresh_token: token.refreshToken,
  uid: world.home.ownerUid,
  expire_time: Math.floor((token.expiresAtMs - now()) / 1000),
})
